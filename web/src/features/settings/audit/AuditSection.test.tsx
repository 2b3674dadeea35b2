import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { renderAt } from "@/test/renderAt";
import { business } from "@/test/samples";
import { server } from "@/test/server";
import { SettingsPage } from "../SettingsPage";
import type { Entry } from "./api";
import { sentenceOf, valueWords } from "./words";

const njeri = {
  id: "0190a000-0000-7000-8000-000000000002",
  kind: "PERSON",
  name: "Njeri",
} as const;

const moved: Entry = {
  id: "0190a000-0000-7000-8000-0000000000a1",
  at: "2026-11-17T06:00:00Z",
  actor: njeri,
  action: "invoice.updated",
  entity: { type: "invoice", id: "0190a000-0000-7000-8000-0000000000b1", name: "INV-0007" },
  sentence: "Njeri changed the due date of INV-0007 from 2026-12-01 to 2026-12-08",
  changes: [{ field: "due_date", before: "2026-12-01", after: "2026-12-08", erased: false }],
  ip_address: "203.0.113.7",
  request_id: "req_1",
  workflow_id: null,
  seal: { state: "SEALED", place: 12, block: 3, sealed_at: "2026-11-17T06:00:05Z" },
};

const paid: Entry = {
  ...moved,
  id: "0190a000-0000-7000-8000-0000000000a2",
  at: "2026-11-16T06:00:00Z",
  actor: { id: "system", kind: "SYSTEM", name: "Duespark" },
  action: "invoice.paid",
  changes: [],
  seal: { state: "WAITING", place: null, block: null, sealed_at: null },
};

const asked = (name: string) => server.of("GET /v1/audit-log").at(-1)?.query.get(name);

beforeEach(() => {
  server.on("GET /v1/tenant", () => ({ data: business }));
  server.on("GET /v1/audit-log", () => ({ data: [moved, paid] }));
  server.on("GET /v1/audit-log/actors", () => ({ data: [njeri] }));
});

const show = (search = "") =>
  renderAt(`/settings/audit-log${search}`, { "/settings/$section": SettingsPage });

describe("the audit log", () => {
  it("tells each entry in a sentence, by day, with its seal", async () => {
    show();

    const today = await screen.findByRole("region", { name: "Tue 17 Nov" });
    expect(
      within(today).getByText(
        "Njeri changed the due date of INV-0007 from 1 Dec 2026 to 8 Dec 2026",
      ),
    ).toBeTruthy();
    expect(within(today).getByRole("img", { name: "Sealed" })).toBeTruthy();
    const before = screen.getByRole("region", { name: "Mon 16 Nov" });
    expect(within(before).getByText("INV-0007 was paid in full")).toBeTruthy();
    expect(within(before).getByRole("img", { name: "Waits for its seal" })).toBeTruthy();
  });

  it("opens an entry with what differs and its place in the chain", async () => {
    show();
    const user = userEvent.setup();

    await user.click(await screen.findByRole("button", { name: /changed the due date/ }));

    const entry = screen.getByRole("dialog", { name: "Entry" });
    const [, row] = within(entry).getAllByRole("row");
    expect(row?.textContent).toBe("due date1 Dec 20268 Dec 2026");
    expect(within(entry).getByText(/place 12 of block 3/)).toBeTruthy();
    expect(within(entry).getByText("203.0.113.7")).toBeTruthy();
    expect(within(entry).getByRole("link", { name: "INV-0007" }).getAttribute("href")).toBe(
      "/invoices/0190a000-0000-7000-8000-0000000000b1",
    );
  });

  it("asks for one person and one kind", async () => {
    show();
    const user = userEvent.setup();

    await user.click(await screen.findByRole("button", { name: "Who" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Njeri" }));
    await waitFor(() => expect(asked("actor")).toBe(njeri.id));
    await user.click(screen.getByRole("button", { name: "About" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Invoices" }));

    await waitFor(() => expect(asked("entity_type")).toBe("invoice"));
    expect(asked("actor")).toBe(njeri.id);
  });

  it("keeps to one object when the address names it, until that is taken back", async () => {
    show("?entity_id=0190a000-0000-7000-8000-0000000000b1");
    const user = userEvent.setup();
    const all = await screen.findByRole("button", { name: "One object only: show all" });
    expect(asked("entity_id")).toBe("0190a000-0000-7000-8000-0000000000b1");

    await user.click(all);

    await waitFor(() => expect(asked("entity_id")).toBeNull());
  });

  it("says that nothing fits and shows all again", async () => {
    server.on("GET /v1/audit-log", () => ({ data: [] }));
    show("?entity_type=holiday");
    const user = userEvent.setup();

    await user.click(await screen.findByRole("button", { name: "Show all" }));

    expect(await screen.findByText("Nothing has happened in the last 366 days.")).toBeTruthy();
  });

  it("is closed to roles that may not read it", async () => {
    server.on("GET /v1/audit-log", () => ({
      status: 403,
      error: { code: "FORBIDDEN", message: "Your role does not allow this", details: [] },
    }));
    show();

    expect(await screen.findByText(/Your role does not open this page/)).toBeTruthy();
  });

  it("says when it did not load, and tries again", async () => {
    server.on("GET /v1/audit-log", () => ({
      status: 500,
      error: { code: "INTERNAL_ERROR", message: "Something went wrong", details: [] },
    }));
    show();
    const user = userEvent.setup();
    const again = await screen.findByRole("button", { name: "Try again" });
    server.on("GET /v1/audit-log", () => ({ data: [paid] }));

    await user.click(again);

    expect(await screen.findByText("INV-0007 was paid in full")).toBeTruthy();
  });
});

it("falls back to the API's words for an act it does not know, and hides what was erased", () => {
  const reader = { timezone: "Africa/Nairobi", today: "2026-11-17" };
  const erased = [{ field: "display_name", before: null, after: null, erased: true }];

  expect(sentenceOf({ ...moved, action: "quote.approved", sentence: "As it is" }, reader)).toBe(
    "As it is",
  );
  expect(sentenceOf({ ...moved, changes: erased }, reader)).toBe(
    "Njeri changed the name of INV-0007",
  );
  expect(sentenceOf({ ...moved, changes: [...erased, ...moved.changes] }, reader)).toBe(
    "Njeri changed 2 fields of INV-0007",
  );
});

it("tells of exports, and writes the API's words in small letters but no currency", () => {
  const reader = { timezone: "Africa/Nairobi", today: "2026-11-17" };
  const entity = { type: "export", name: null };

  expect(sentenceOf({ ...moved, entity, action: "export.started" }, reader)).toBe(
    "Njeri asked for an export of everything",
  );
  expect(valueWords("TOO_LARGE", reader)).toBe("too large");
  expect(valueWords("BROKEN", reader)).toBe("broken");
  expect(valueWords("KES", reader)).toBe("KES");
});
