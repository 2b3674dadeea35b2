import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Toasts, toast } from "./Toasts";

beforeEach(() => {
  vi.useFakeTimers();
  render(
    <>
      <input aria-label="Notes" />
      <Toasts />
    </>,
  );
});
afterEach(() => {
  act(() => void vi.runAllTimers());
  cleanup();
  vi.useRealTimers();
});

const say = (words: string, undo?: () => void) => act(() => toast(words, undo));
const pass = (millis: number) => act(() => void vi.advanceTimersByTime(millis));

test("goes away by itself, later where something can be taken back", () => {
  say("It is sent.");
  say("Reminders are paused.", () => {});

  pass(7_000);
  expect(screen.queryByText("It is sent.")).toBeNull();
  expect(screen.getByText("Reminders are paused.")).toBeTruthy();
  pass(4_000);
  expect(screen.queryByText("Reminders are paused.")).toBeNull();
});

test("takes back once, by its button", () => {
  const undo = vi.fn();
  say("The draft is deleted.", undo);

  fireEvent.click(screen.getByRole("button", { name: "Undo" }));

  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText("The draft is deleted.")).toBeNull();
});

test("takes back the last act by Ctrl Z, then the one before", () => {
  const first = vi.fn();
  const second = vi.fn();
  say("First.", first);
  say("Second.", second);
  say("Nothing to take back.");

  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  expect(second).toHaveBeenCalledOnce();
  expect(first).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: "z", metaKey: true });
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  expect(first).toHaveBeenCalledOnce();
});

test("leaves Ctrl Z to a field somebody writes in, and Ctrl Shift Z alone", () => {
  const undo = vi.fn();
  say("Reminders are paused.", undo);

  fireEvent.keyDown(screen.getByLabelText("Notes"), { key: "z", ctrlKey: true });
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true, shiftKey: true });
  fireEvent.keyDown(document.body, { key: "z" });

  expect(undo).not.toHaveBeenCalled();
});

test("waits while somebody reaches for it, and no longer", () => {
  say("Reminders are paused.", () => {});
  const button = screen.getByRole("button", { name: "Undo" });

  pass(9_000);
  act(() => button.focus());
  pass(60_000);
  expect(screen.getByText("Reminders are paused.")).toBeTruthy();
  act(() => button.blur());
  pass(7_000);
  expect(screen.queryByText("Reminders are paused.")).toBeNull();
});
