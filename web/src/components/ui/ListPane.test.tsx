import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { renderAt } from "@/test/renderAt";
import { ListPane } from "./ListPane";

type Bill = { id: string; number: string };

const bills = (count: number): Bill[] =>
  Array.from({ length: count }, (_, i) => ({ id: `b${i}`, number: `INV-${i}` }));

beforeEach(() => {
  vi.stubGlobal("scrollTo", () => {});
  Element.prototype.scrollTo = () => {};
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(660);
  vi.spyOn(Element.prototype, "clientWidth", "get").mockReturnValue(300);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const more = { hasNextPage: false, isFetchingNextPage: false, isFetchNextPageError: false };

type Props = Partial<Parameters<typeof ListPane<Bill>>[0]>;

async function show(props: Props) {
  const onMove = vi.fn();
  const fetchNextPage = vi.fn();
  renderAt("/", {
    "/": () => (
      <>
        <input aria-label="Elsewhere" />
        <ListPane
          label="List of invoices"
          head={<h2>Invoices</h2>}
          rows={bills(8)}
          rowKey={(bill) => bill.id}
          chosen="b2"
          to={(bill) => ({ to: "/invoices/$id", params: { id: bill.id } })}
          onMove={onMove}
          card={(bill) => bill.number}
          more={{ ...more, fetchNextPage }}
          {...props}
        />
      </>
    ),
  });
  await screen.findByRole("heading", { name: "Invoices" });
  return { onMove, fetchNextPage };
}

test("marks the one that is open, which alone is in the order of Tab", async () => {
  await show({});

  const open = await screen.findByRole("link", { name: "INV-2" });
  expect(open.getAttribute("aria-current")).toBe("page");
  expect(open.tabIndex).toBe(0);
  expect(screen.getByRole("link", { name: "INV-3" }).tabIndex).toBe(-1);
  expect(screen.getAllByRole("listitem")[0]?.getAttribute("aria-setsize")).toBe("8");
});

test("moves with j and k from anywhere, and not while somebody types", async () => {
  const { onMove } = await show({});

  fireEvent.keyDown(document.body, { key: "j" });
  expect(onMove).toHaveBeenLastCalledWith({ id: "b3", number: "INV-3" });
  fireEvent.keyDown(document.body, { key: "k" });
  expect(onMove).toHaveBeenLastCalledWith({ id: "b1", number: "INV-1" });
  fireEvent.keyDown(screen.getByLabelText("Elsewhere"), { key: "j" });
  fireEvent.keyDown(document.body, { key: "j", ctrlKey: true });
  expect(onMove).toHaveBeenCalledTimes(2);
});

test("moves with arrows, Home and End while it has the focus, and leaves the page's arrows alone", async () => {
  const { onMove } = await show({});
  const open = await screen.findByRole("link", { name: "INV-2" });

  fireEvent.keyDown(document.body, { key: "ArrowDown" });
  expect(onMove).not.toHaveBeenCalled();
  act(() => open.focus());
  fireEvent.keyDown(open, { key: "ArrowDown" });
  expect(onMove).toHaveBeenLastCalledWith({ id: "b3", number: "INV-3" });
  fireEvent.keyDown(open, { key: "End" });
  expect(onMove).toHaveBeenLastCalledWith({ id: "b7", number: "INV-7" });
  fireEvent.keyDown(open, { key: "Home" });
  expect(onMove).toHaveBeenLastCalledWith({ id: "b0", number: "INV-0" });
});

test("stays where it is past the ends", async () => {
  const { onMove } = await show({ chosen: "b7" });

  fireEvent.keyDown(document.body, { key: "j" });

  expect(onMove).not.toHaveBeenCalled();
});

test("begins at the first row when another list holds the one that is open", async () => {
  const { onMove } = await show({ chosen: "elsewhere" });

  fireEvent.keyDown(document.body, { key: "j" });

  expect(onMove).toHaveBeenLastCalledWith({ id: "b0", number: "INV-0" });
  expect(screen.queryByRole("link", { current: "page" })).toBeNull();
});

test("keeps few of ten thousand rows in the page, and asks for more only near the end", async () => {
  const many = await show({
    rows: bills(10_000),
    more: { ...more, hasNextPage: true, fetchNextPage: vi.fn() },
  });
  expect((await screen.findAllByRole("listitem")).length).toBeLessThan(40);
  expect(many.fetchNextPage).not.toHaveBeenCalled();

  cleanup();
  const fetchNextPage = vi.fn();
  await show({ more: { ...more, hasNextPage: true, fetchNextPage } });
  await screen.findByRole("link", { name: "INV-2" });
  expect(fetchNextPage).toHaveBeenCalled();
});

test("does not ask again for a page that did not load", async () => {
  const fetchNextPage = vi.fn();
  await show({ more: { ...more, hasNextPage: true, isFetchNextPageError: true, fetchNextPage } });
  await screen.findByRole("link", { name: "INV-2" });

  expect(fetchNextPage).not.toHaveBeenCalled();
});
