import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { meQuery } from "@/features/accounts/api";
import { businessQuery } from "@/features/tenants/api";
import { api } from "@/lib/api/client";
import { recent } from "@/lib/recent";
import CommandBar from "./CommandBar";

vi.mock("@/lib/api/session", () => ({ session: { token: async () => null } }));

const savanna = {
  id: "c1",
  display_name: "Savanna Bloom Exports",
  outstanding_balance: "148820.00",
  other_balances: [],
  currency: "KES",
  last_invoice_date: "2026-10-24",
};
const invoice = {
  id: "i1",
  invoice_number: "INV-0131",
  contact_name: "Savanna Bloom Exports",
  status: "PARTIALLY_PAID",
  send_state: "IDLE",
  dispute_state: "NONE",
};
const held = {
  id: "r1",
  held_by: "PAUSED",
  step_key: "REMINDER_2",
  send_at: "2026-11-23T06:00:00Z",
};

type Asked = { params: { query: { q?: string; status?: string } } };

/** Answers as the API would, to a search for Savanna. */
function server(url: string, { params: { query } }: Asked) {
  const rows = { "/v1/contacts": [savanna], "/v1/invoices": [invoice], "/v1/reminders": [held] }[
    url
  ];
  const isHit = query.q === undefined ? query.status === "HELD" : "savanna".startsWith(query.q);
  return { data: { data: isHit ? rows : [], meta: { request_id: "r" } } };
}

const onClose = vi.fn();
const onCreate = vi.fn();

beforeEach(() => {
  localStorage.clear();
  onClose.mockClear();
  onCreate.mockClear();
  Element.prototype.scrollIntoView = () => {};
  vi.spyOn(api, "GET").mockImplementation(((url: string, asked: Asked) =>
    Promise.resolve(server(url, asked))) as never);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function open(permissions = ["WRITE_DOCUMENTS", "WRITE_CONTACTS"]) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(meQuery.queryKey, { permissions } as never);
  queries.setQueryData(businessQuery.queryKey, {
    id: "t1",
    timezone: "Africa/Nairobi",
    today: "2026-11-17",
  } as never);
  const root = createRootRoute({
    component: () => <CommandBar onClose={onClose} onCreate={onCreate} />,
  });
  const any = createRoute({ getParentRoute: () => root, path: "$" });
  const router = createRouter({
    routeTree: root.addChildren([any]),
    history: createMemoryHistory({ initialEntries: ["/home"] }),
  });
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  await screen.findByRole("combobox");
  return { user: userEvent.setup(), router };
}

const group = (name: string) =>
  within(screen.getByRole("group", { name }))
    .getAllByRole("option")
    .map((option) => option.textContent);

test("offers what can be done and reached before anything is typed", async () => {
  const { user, router } = await open();

  expect(group("Do")[0]).toContain("New invoice");
  expect(document.activeElement).toBe(screen.getByRole("combobox"));
  await user.keyboard("{ArrowUp}{Enter}");

  await vi.waitFor(() => expect(router.state.location.pathname).toBe("/settings"));
  expect(onClose).toHaveBeenCalledOnce();
});

test("answers first, then acts, then places, for a customer's name", async () => {
  const { user, router } = await open();

  await user.keyboard("sav");
  const answer = await screen.findByRole("option", { name: /Why was nothing sent to Savanna/ });
  expect(answer.textContent).toContain("Reminders are paused.");
  expect(answer.getAttribute("aria-selected")).toBe("true");
  expect(group("Do")).toEqual(["New invoice for Savanna Bloom Exports"]);
  expect(group("Go to")[0]).toContain("Savanna Bloom Exports");
  expect(group("Go to")[1]).toContain("INV-0131, Savanna Bloom Exports");

  await user.keyboard("{Enter}");
  await vi.waitFor(() => expect(router.state.location.pathname).toBe("/contacts/c1"));
  expect(recent("t1")).toEqual([{ kind: "contact", id: "c1", label: "Savanna Bloom Exports" }]);
});

test("finds acts by their words and does them", async () => {
  const { user } = await open();

  await user.keyboard("new inv");
  await user.keyboard("{Enter}");

  expect(onCreate).toHaveBeenCalledOnce();
});

test("does not offer what somebody may not do", async () => {
  await open([]);

  expect(group("Do").some((label) => label?.startsWith("New"))).toBe(false);
});

test("says when nothing fits", async () => {
  const { user } = await open();

  await user.keyboard("zzz");

  expect(await screen.findByText("Nothing fits “zzz”.")).toBeTruthy();
  await user.keyboard("{ArrowDown}{Enter}");
  expect(onClose).not.toHaveBeenCalled();
});

test("closes at Escape", async () => {
  const { user } = await open();

  await user.keyboard("{Escape}");

  expect(onClose).toHaveBeenCalledOnce();
});
