import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Combobox } from "./Combobox";

const names = ["Savanna Bloom", "Savory Spoon", "Redthorn Logistics"];

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
});
afterEach(cleanup);

type Props = { onCreate?: (typed: string) => void; loading?: boolean; onChoose?: () => void };

function Customer({ onCreate, loading, onChoose }: Props) {
  const [chosen, setChosen] = useState("");
  const [word, setWord] = useState("");
  return (
    <Combobox
      label="Customer"
      chosen={chosen}
      onType={setWord}
      options={
        loading ? undefined : names.filter((n) => n.toLowerCase().includes(word.toLowerCase()))
      }
      optionKey={(name) => name}
      option={(name) => name}
      onChoose={(name) => {
        setChosen(name);
        onChoose?.();
      }}
      onCreate={onCreate}
    />
  );
}

const field = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Customer" });
const active = () =>
  document.getElementById(field().getAttribute("aria-activedescendant") ?? "")?.textContent;

test("finds by typing and chooses with Enter", async () => {
  render(<Customer />);
  const user = userEvent.setup();

  await user.type(field(), "sav");
  expect(screen.getAllByRole("option").map((o) => o.textContent)).toEqual(names.slice(0, 2));
  expect(active()).toBe("Savanna Bloom");
  await user.keyboard("{ArrowDown}");
  expect(active()).toBe("Savory Spoon");
  await user.keyboard("{Enter}");

  expect(field().value).toBe("Savory Spoon");
  expect(field().getAttribute("aria-expanded")).toBe("false");
});

test("goes around at the ends", async () => {
  render(<Customer />);
  const user = userEvent.setup();

  await user.click(field());
  await user.keyboard("{ArrowUp}");
  expect(active()).toBe("Redthorn Logistics");
  await user.keyboard("{ArrowDown}");
  expect(active()).toBe("Savanna Bloom");
});

test("offers to create what was typed, last", async () => {
  const onCreate = vi.fn();
  render(<Customer onCreate={onCreate} />);
  const user = userEvent.setup();

  await user.type(field(), "Sav ");
  expect(screen.getAllByRole("option").at(-1)?.textContent).toBe("Create “Sav”");
  await user.keyboard("{ArrowUp}{Enter}");

  expect(onCreate).toHaveBeenCalledExactlyOnceWith("Sav");
});

test("chooses and creates nothing while the options are on their way", async () => {
  const onCreate = vi.fn();
  const onChoose = vi.fn();
  render(<Customer loading onCreate={onCreate} onChoose={onChoose} />);

  await userEvent.type(field(), "sav{Enter}");

  expect(screen.queryAllByRole("option")).toHaveLength(0);
  expect(onCreate).not.toHaveBeenCalled();
  expect(onChoose).not.toHaveBeenCalled();
});

test("chooses by a press, without losing the field", async () => {
  render(<Customer />);
  const user = userEvent.setup();

  await user.click(field());
  await user.click(screen.getByRole("option", { name: "Redthorn Logistics" }));

  expect(field().value).toBe("Redthorn Logistics");
  expect(document.activeElement).toBe(field());
});

test("goes back to what was chosen when somebody leaves or escapes, in a dialog too", async () => {
  const onOpenChange = vi.fn();
  render(
    <Dialog.Root open onOpenChange={onOpenChange}>
      <Dialog.Content aria-describedby={undefined}>
        <Dialog.Title>New invoice</Dialog.Title>
        <Customer />
        <button type="button">Next</button>
      </Dialog.Content>
    </Dialog.Root>,
  );
  const user = userEvent.setup();
  await user.click(field());
  await user.keyboard("{Enter}");
  expect(field().value).toBe("Savanna Bloom");

  await user.type(field(), "xyz");
  await user.keyboard("{Escape}");
  expect(field().value).toBe("Savanna Bloom");
  expect(onOpenChange).not.toHaveBeenCalled();
  await user.type(field(), "xyz");
  await user.tab();
  expect(field().value).toBe("Savanna Bloom");

  await user.keyboard("{Escape}");
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false);
});
