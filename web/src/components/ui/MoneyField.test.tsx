import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it } from "vitest";
import { MoneyField } from "./MoneyField";

function Example({ first = "", currency = "KES" }) {
  const [value, setValue] = useState(first);
  return (
    <>
      <MoneyField label="Amount" currency={currency} value={value} onChange={setValue} />
      <output>{value}</output>
    </>
  );
}

const field = () => screen.getByLabelText<HTMLInputElement>("Amount");

it("tells a decimal string while typing, and groups when left", async () => {
  render(<Example />);

  await userEvent.type(field(), "1,250.5");

  expect(screen.getByRole("status").textContent).toBe("1250.5");
  expect(field().value).toBe("1,250.5");
  await userEvent.tab();
  expect(field().value).toBe("1,250.50");
});

it("shows the plain figures while somebody is in it", async () => {
  render(<Example first="148820" />);
  expect(field().value).toBe("148,820.00");

  await userEvent.click(field());

  expect(field().value).toBe("148820");
});

it("marks all of it for whoever comes with the Tab key", async () => {
  render(<Example first="200" />);

  act(() => field().focus());

  expect(field().value).toBe("200");
  expect([field().selectionStart, field().selectionEnd]).toEqual([0, 3]);
});

it("keeps what is no amount, so that its form can say so", async () => {
  render(<Example currency="JPY" />);

  await userEvent.type(field(), "10.5");
  await userEvent.tab();

  expect(field().value).toBe("10.5");
  expect(screen.getByRole("status").textContent).toBe("10.5");
});

it("shows all decimals of a rate that is finer than its currency", async () => {
  render(<Example first="1.125" />);
  expect(field().value).toBe("1.125");

  await userEvent.click(field());
  await userEvent.tab();

  expect(field().value).toBe("1.125");
  expect(screen.getByRole("status").textContent).toBe("1.125");
});

it("leaves out the zeros behind the decimals of the currency", () => {
  render(<Example first="1250.500000" />);

  expect(field().value).toBe("1,250.50");
});
