import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SearchField } from "./SearchField";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const field = () => screen.getByRole<HTMLInputElement>("searchbox", { name: "Name" });
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const wait = (millis: number) => act(() => vi.advanceTimersByTime(millis));

test("asks once after a pause", () => {
  const onChange = vi.fn();
  render(<SearchField label="Name" value={undefined} onChange={onChange} />);

  type("s");
  wait(200);
  type("sav ");
  wait(200);
  expect(onChange).not.toHaveBeenCalled();
  wait(50);

  expect(onChange).toHaveBeenCalledExactlyOnceWith("sav");
  expect(field().value).toBe("sav ");
});

test("keeps what is typed while the address follows, and follows the address otherwise", () => {
  const onChange = vi.fn();
  const { rerender } = render(<SearchField label="Name" value={undefined} onChange={onChange} />);

  type("sav");
  wait(250);
  type("savan");
  rerender(<SearchField label="Name" value="sav" onChange={onChange} />);
  expect(field().value).toBe("savan");

  wait(250);
  rerender(<SearchField label="Name" value="savan" onChange={onChange} />);
  rerender(<SearchField label="Name" value={undefined} onChange={onChange} />);
  expect(field().value).toBe("");
});

test("asks at once at Enter, and for none when empty", () => {
  const onChange = vi.fn();
  render(<SearchField label="Name" value="sav" onChange={onChange} />);

  type("  ");
  fireEvent.submit(field());

  expect(onChange).toHaveBeenCalledExactlyOnceWith(undefined);
  wait(500);
  expect(onChange).toHaveBeenCalledTimes(1);
});
