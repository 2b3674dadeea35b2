import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useShortcuts } from "./shortcuts";

const create = vi.fn();
const command = vi.fn();
const go = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
});
afterEach(cleanup);

function Page({ search, mayCreate = true }: { search?: boolean; mayCreate?: boolean }) {
  useShortcuts({ create: mayCreate ? create : null, command, go });
  return (
    <main>
      {search ? <input type="search" aria-label="Name" /> : null}
      <textarea aria-label="Notes" />
    </main>
  );
}

test("creates, asks and goes", async () => {
  render(<Page />);

  await userEvent.keyboard("c");
  await userEvent.keyboard("/");
  await userEvent.keyboard("gr");

  expect(create).toHaveBeenCalledOnce();
  expect(command).toHaveBeenCalledOnce();
  expect(go).toHaveBeenCalledExactlyOnceWith("/reminders");
});

test("creates nothing for who may not", async () => {
  render(<Page mayCreate={false} />);

  await userEvent.keyboard("c");
  await userEvent.keyboard("gc");

  expect(create).not.toHaveBeenCalled();
  expect(go).toHaveBeenCalledExactlyOnceWith("/contacts");
});

test("a list's own search comes before the command bar, and stays empty", async () => {
  render(<Page search />);
  const field = screen.getByLabelText<HTMLInputElement>("Name");

  await userEvent.keyboard("/");

  expect(document.activeElement).toBe(field);
  expect(field.value).toBe("");
  expect(command).not.toHaveBeenCalled();
});

test("is silent while somebody types, but for Ctrl K", async () => {
  render(<Page />);

  await userEvent.type(screen.getByLabelText("Notes"), "cgr/");
  expect(create).not.toHaveBeenCalled();
  expect(go).not.toHaveBeenCalled();

  await userEvent.keyboard("{Control>}k{/Control}");
  expect(command).toHaveBeenCalledOnce();
});
