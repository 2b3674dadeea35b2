import { render, screen } from "@testing-library/react";
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

it("keeps what is no amount, so that its form can say so", async () => {
  render(<Example currency="JPY" />);

  await userEvent.type(field(), "10.5");
  await userEvent.tab();

  expect(field().value).toBe("10.5");
  expect(screen.getByRole("status").textContent).toBe("10.5");
});
