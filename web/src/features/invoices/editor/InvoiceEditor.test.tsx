import { useSearch } from "@tanstack/react-router";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { renderAt } from "@/test/renderAt";
import { business, me } from "@/test/samples";
import { server } from "@/test/server";
import { type Invoice, invoiceQuery } from "../api";
import InvoiceEditor from "./InvoiceEditor";

const draft = (change: object = {}) =>
  ({
    id: "i",
    version: 1,
    status: "DRAFT",
    send_state: "NONE",
    number_preview: "INV-7",
    allowed_actions: ["update", "delete", "send"],
    contact_id: "c",
    contact_name: "Kilimani Cafe",
    currency: "KES",
    issue_date: "2026-11-17",
    due_date: "2026-12-01",
    notes: "As agreed",
    total: "10.00",
    line_items: [{ id: "l", name: "Menu", qty: "1", rate: "10", amount: "10.00" }],
    ...change,
  }) as unknown as Invoice;

function Page() {
  const { draft: id } = useSearch({ strict: false }) as { draft?: string };
  if (!id) return <p>The page</p>;
  return <InvoiceEditor key={id} id={id === "new" ? null : id} contactId={null} />;
}

const show = (id = "i") =>
  renderAt(`/invoices?draft=${id}`, { "/invoices": Page, "/invoices/$id": () => <p>Its page</p> });

const notes = () => screen.findByLabelText<HTMLTextAreaElement>("Note to the customer");
const close = async () => {
  const [foot] = (await screen.findAllByRole("button", { name: "Close" })).slice(-1);
  if (foot) await userEvent.click(foot);
};

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {}; // jsdom has no layout to scroll
  server.on("GET /v1/tenant", () => ({ data: business }));
  server.on("GET /v1/auth/me", () => ({ data: { ...me, permissions: ["WRITE_DOCUMENTS"] } }));
  server.on("GET /v1/tax-rates", () => ({ data: [] }));
  server.on("GET /v1/contacts", () => ({ data: [] }));
  server.on("GET /v1/contacts/c", () => ({
    data: { id: "c", display_name: "Kilimani Cafe", email: null, version: 1 },
  }));
  server.on("GET /v1/invoices/i", () => ({ data: draft() }));
  server.on("GET /v1/invoices/i/next-send-times", () => ({ data: [] }));
  server.on("POST /v1/invoices/calculate", () => ({
    data: { subtotal: "10", discount_total: "0", total: "10", tax_breakdown: [], line_items: [] },
  }));
  server.on("PATCH /v1/invoices/i", ({ body }) => ({
    data: draft({ ...(body as object), version: 2 }),
  }));
});

it("saves what waits before it closes", async () => {
  show();
  fireEvent.change(await notes(), { target: { value: "Thank you" } });

  await close();

  expect(await screen.findByText("The page")).toBeTruthy();
  expect(server.of("PATCH /v1/invoices/i")[0]?.body).toMatchObject({ notes: "Thank you" });
});

it("asks before it closes over what the server did not take", async () => {
  server.on("PATCH /v1/invoices/i", () => ({
    status: 422,
    error: { code: "VALIDATION_ERROR", message: "No." },
  }));
  show();
  fireEvent.change(await notes(), { target: { value: "Thank you" } });

  await close();
  expect(await screen.findByText("Leave without saving?")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Stay" }));

  expect((await notes()).value).toBe("Thank you");
  await close();
  await userEvent.click(await screen.findByRole("button", { name: "Leave" }));
  expect(await screen.findByText("The page")).toBeTruthy();
});

it("says what is not saved yet, and asks before it is thrown away", async () => {
  show("new");
  fireEvent.change(await notes(), { target: { value: "For nobody yet" } });

  expect(await screen.findByText("Not saved yet")).toBeTruthy();
  await close();
  expect(await screen.findByText("Leave without saving?")).toBeTruthy();
});

it("closes at once when nothing was written", async () => {
  show("new");
  await notes();

  await close();

  expect(await screen.findByText("The page")).toBeTruthy();
});

it("says why a saved draft cannot be sent", async () => {
  server.on("PATCH /v1/invoices/i", () => ({
    data: draft({ version: 2, allowed_actions: ["update"] }),
  }));
  show();
  await notes();

  await userEvent.click(screen.getByRole("button", { name: "Send…" }));

  expect(await screen.findByText(/Kilimani Cafe has no e-mail address/)).toBeTruthy();
  expect(screen.queryByText("Send INV-7")).toBeNull();
});

it.each([
  { status: "SENT", allowed_actions: ["update"] },
  { status: "DRAFT", allowed_actions: [] },
])("goes to the page of an invoice that is no draft to write on: %o", async (change) => {
  server.on("GET /v1/invoices/i", () => ({ data: draft(change) }));
  const { history } = show();

  expect(await screen.findByText("Its page")).toBeTruthy();
  expect(history.location.href).toBe("/invoices/i");
});

it("begins with what the server has now, not with what was read before", async () => {
  let answer = (_: { data: Invoice }) => {};
  server.on("GET /v1/invoices/i", () => new Promise((resolve) => (answer = resolve)));
  const { client } = show();
  await waitFor(() => expect(server.of("GET /v1/invoices/i")).toHaveLength(1));
  client.setQueryData(invoiceQuery("i").queryKey, draft());

  answer({ data: draft({ version: 5, notes: "Newer" }) });

  expect((await notes()).value).toBe("Newer");
});

it("stays open under its address when a new draft gets its id", async () => {
  server.on("POST /v1/invoices", ({ body }) => ({ data: draft(body as object) }));
  server.on("POST /v1/contacts", () => ({
    data: { id: "c", display_name: "Kilimani Cafe", email: null, version: 1 },
  }));
  const { history } = show("new");
  await notes();
  fireEvent.change(screen.getByLabelText("Item 1"), { target: { value: "Menu" } });
  fireEvent.change(screen.getByLabelText("Rate of item 1"), { target: { value: "10" } });
  await userEvent.type(screen.getByRole("combobox", { name: "Customer" }), "Kilimani Cafe");
  await userEvent.click(await screen.findByText(/(Add|Create|New).*Kilimani Cafe/));

  expect(await screen.findByText("Saved", {}, { timeout: 4_000 })).toBeTruthy();
  expect(history.location.href).toBe("/invoices?draft=new");
  expect(screen.getByLabelText<HTMLInputElement>("Item 1").value).toBe("Menu");
});

it("is closed to whoever may not write invoices", async () => {
  server.on("GET /v1/auth/me", () => ({ data: { ...me, permissions: [] } }));
  show("new");

  expect(await screen.findByText(/Your role does not open this page/)).toBeTruthy();
  expect(screen.queryByLabelText("Note to the customer")).toBeNull();
});

it("takes off a discount that is an amount", async () => {
  server.on("GET /v1/invoices/i", () => ({
    data: draft({ discount: { type: "AMOUNT", value: "2.00" } }),
  }));
  show();
  await notes();

  await userEvent.click(screen.getByRole("button", { name: "Remove the discount" }));
  await close();

  expect(await screen.findByText("The page")).toBeTruthy();
  expect(server.of("PATCH /v1/invoices/i")[0]?.body).toMatchObject({ discount: null });
});

const theirs = draft({ version: 5, due_date: "2026-12-24", notes: "Theirs", total: "10.00" });

/** Somebody else saved a version of theirs before mine arrives. */
function meanwhile(latest: Invoice) {
  const save = ({ body }: { body: unknown }) => ({
    data: draft({ ...(body as object), version: 6 }),
  });
  server.on("PATCH /v1/invoices/i", () => {
    server.on("PATCH /v1/invoices/i", save);
    return { status: 409, error: { code: "CONFLICT", message: "Changed meanwhile.", latest } };
  });
}

it("keeps mine on top of theirs, and what only they changed", async () => {
  meanwhile(theirs);
  show();
  fireEvent.change(await notes(), { target: { value: "Mine" } });
  const keep = await screen.findByRole("button", { name: "Keep mine" }, { timeout: 4_000 });

  await userEvent.click(keep);

  expect(await screen.findByText("Saved", {}, { timeout: 4_000 })).toBeTruthy();
  expect(server.of("PATCH /v1/invoices/i").at(-1)?.body).toMatchObject({
    notes: "Mine",
    due_date: "2026-12-24",
  });
  expect(screen.getByLabelText<HTMLInputElement>("Due").value).toBe("2026-12-24");
  expect((await notes()).value).toBe("Mine");
});

it("takes theirs, and sends nothing more", async () => {
  meanwhile(theirs);
  show();
  fireEvent.change(await notes(), { target: { value: "Mine" } });
  const take = await screen.findByRole("button", { name: "Take theirs" }, { timeout: 4_000 });

  await userEvent.click(take);
  await close();

  expect(await screen.findByText("The page")).toBeTruthy();
  expect(server.of("PATCH /v1/invoices/i")).toHaveLength(1);
});
