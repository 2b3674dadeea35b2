import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Column, DataTable } from "./DataTable";

type Bill = { id: string; number: string; name: string };

const bills = (count: number): Bill[] =>
  Array.from({ length: count }, (_, i) => ({ id: `b${i}`, number: `INV-${i}`, name: `Name ${i}` }));

const columns: Column<Bill>[] = [
  { key: "number", header: "Number", cell: (bill) => bill.number, sort: "number" },
  { key: "name", header: "Customer", cell: (bill) => bill.name },
];

let phone = false;

beforeEach(() => {
  phone = false;
  vi.stubGlobal("scrollTo", () => {});
  vi.stubGlobal("matchMedia", () => ({
    get matches() {
      return phone;
    },
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

type Props = Partial<Parameters<typeof DataTable<Bill>>[0]> & { selectable?: boolean };

function List({ selectable, ...rest }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="Invoices"
      columns={columns}
      rows={bills(3)}
      rowKey={(bill) => bill.id}
      card={(bill) => `Card of ${bill.name}`}
      empty="No invoices yet."
      onOpen={() => {}}
      selection={
        selectable
          ? {
              chosen,
              onChange: setChosen,
              label: (bill) => bill.number,
              bar: (rows) => <span>{rows.map((bill) => bill.number).join(" and ")}</span>,
            }
          : undefined
      }
      {...rest}
    />
  );
}

const focused = () => document.activeElement?.textContent;

test("moves with j, k and the arrows, and opens with Enter", async () => {
  const onOpen = vi.fn();
  render(<List onOpen={onOpen} />);
  const user = userEvent.setup();

  await user.keyboard("j");
  expect(focused()).toBe("INV-0");
  await user.keyboard("j{ArrowDown}j");
  expect(focused()).toBe("INV-2");
  await user.keyboard("k");
  expect(focused()).toBe("INV-1");
  await user.keyboard("{End}{ArrowUp}{Enter}");
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "b1" }));
});

test("has one row in the order of Tab, the one last visited", async () => {
  render(<List />);
  const user = userEvent.setup();

  await user.tab();
  expect(focused()).toBe("INV-0");
  await user.keyboard("jj");
  await user.tab();
  expect(document.activeElement).toBe(document.body);
  await user.tab({ shift: true });
  expect(focused()).toBe("INV-2");
});

test("leaves letters alone while somebody types, and while a dialog is open", async () => {
  render(
    <>
      <input aria-label="Search" />
      <List />
    </>,
  );
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Search"), "jk");
  expect(screen.getByLabelText<HTMLInputElement>("Search").value).toBe("jk");

  cleanup();
  render(
    <>
      <div role="dialog" />
      <List />
    </>,
  );
  await user.keyboard("j");
  expect(document.activeElement).toBe(document.body);
});

test("opens a row from any of its cells", async () => {
  const onOpen = vi.fn();
  render(<List onOpen={onOpen} />);

  await userEvent.click(screen.getByText("Name 2"));

  expect(onOpen).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "b2" }));
});

test("selects with x and with boxes, and says what is selected", async () => {
  const onOpen = vi.fn();
  render(<List selectable onOpen={onOpen} />);
  const user = userEvent.setup();

  await user.keyboard("jjx");
  const bar = screen.getByRole("toolbar", { name: "Selected rows" });
  expect(within(bar).getByText("1 selected")).toBeTruthy();
  expect(within(bar).getByText("INV-1")).toBeTruthy();

  await user.click(screen.getByRole("checkbox", { name: "Select INV-0" }));
  expect(within(bar).getByText("INV-0 and INV-1")).toBeTruthy();
  const all = screen.getByRole("checkbox", { name: "Select all rows shown" });
  expect(all.getAttribute("aria-checked")).toBe("mixed");

  await user.click(all);
  expect(within(bar).getByText("3 selected")).toBeTruthy();
  await user.click(within(bar).getByRole("button", { name: "Clear" }));
  expect(screen.queryByRole("toolbar")).toBeNull();
  expect(onOpen).not.toHaveBeenCalled();
});

test("selects a range with shift, by box and by key, and clears one again", async () => {
  render(<List selectable rows={bills(6)} />);
  const user = userEvent.setup();
  const box = (at: number) => screen.getByRole("checkbox", { name: `Select INV-${at}` });

  await user.click(box(4));
  await user.keyboard("{Shift>}");
  await user.click(box(2));
  await user.keyboard("{/Shift}");
  const bar = screen.getByRole("toolbar", { name: "Selected rows" });
  expect(within(bar).getByText("INV-2 and INV-3 and INV-4")).toBeTruthy();

  fireEvent.keyDown(screen.getByRole("button", { name: "INV-4" }), { key: "Home" });
  fireEvent.keyDown(screen.getByRole("button", { name: "INV-0" }), { key: "X", shiftKey: true });
  expect(within(bar).getByText("5 selected")).toBeTruthy();

  await user.click(box(0));
  await user.keyboard("{Shift>}");
  await user.click(box(4));
  await user.keyboard("{/Shift}");
  expect(screen.queryByRole("toolbar")).toBeNull();
});

test("sorts by a head, the other way round at the second press", async () => {
  const onSort = vi.fn();
  const { rerender } = render(<List onSort={onSort} />);
  const head = () => screen.getByRole("columnheader", { name: "Number" });
  expect(head().getAttribute("aria-sort")).toBe("none");

  await userEvent.click(screen.getByRole("button", { name: "Number" }));
  expect(onSort).toHaveBeenLastCalledWith("number");

  rerender(<List onSort={onSort} sort="number" />);
  expect(head().getAttribute("aria-sort")).toBe("ascending");
  await userEvent.click(screen.getByRole("button", { name: "Number" }));
  expect(onSort).toHaveBeenLastCalledWith("-number");
  expect(screen.queryByRole("button", { name: "Customer" })).toBeNull();
});

test("asks for the next page at the button and past the last row", async () => {
  const fetchNextPage = vi.fn();
  const more = { hasNextPage: true, isFetchingNextPage: false, isFetchNextPageError: false };
  render(<List more={{ ...more, fetchNextPage }} total={50} />);
  const user = userEvent.setup();
  expect(screen.getByText("3 of 50 shown")).toBeTruthy();

  await user.click(screen.getByRole("button", { name: "Load more" }));
  expect(fetchNextPage).toHaveBeenCalledTimes(1);
  await user.click(screen.getByRole("button", { name: "INV-2" }));
  await user.keyboard("j");
  expect(fetchNextPage).toHaveBeenCalledTimes(2);
});

test("keeps few of ten thousand rows in the page, and counts them all", async () => {
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(50);
  render(<List rows={bills(10_000)} />);
  const table = screen.getByRole("table", { name: "Invoices" });
  const user = userEvent.setup();

  expect(table.getAttribute("aria-rowcount")).toBe("10001");
  expect(within(table).getAllByRole("row").length).toBeLessThan(120);
  await user.keyboard("j{End}");
  expect(focused()).toBe("INV-9999");
  expect(document.activeElement?.closest("tr")?.getAttribute("aria-rowindex")).toBe("10001");
  await user.keyboard("k");
  expect(focused()).toBe("INV-9998");
});

test("is a list of cards on a phone", async () => {
  phone = true;
  const onOpen = vi.fn();
  render(<List onOpen={onOpen} />);

  expect(screen.queryByRole("table")).toBeNull();
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  await userEvent.click(screen.getByRole("button", { name: "Card of Name 1" }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "b1" }));
});

test("says that there are none, and that they load", () => {
  const { rerender } = render(<List rows={[]} />);
  expect(screen.getByText("No invoices yet.")).toBeTruthy();

  rerender(<List rows={undefined} />);
  expect(screen.getByRole("status", { name: "Loading" })).toBeTruthy();
});
