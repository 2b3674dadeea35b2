import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderAt } from "@/test/renderAt";
import { server } from "@/test/server";
import type { Event, Letter } from "./api";
import { ReliabilityPage } from "./ReliabilityPage";

const ID = "0190a000-0000-7000-8000-0000000000d1";
const EVENT = "0190a000-0000-7000-8000-0000000000e1";

const letter: Letter = {
  id: ID,
  kind: "WEBHOOK",
  tenant_id: "0190a000-0000-7000-8000-000000000001",
  entity: `webhook_event/${EVENT}`,
  reason: "It does not lead back to anything that we asked for",
  attempts: 3,
  payment_related: true,
  status: "OPEN",
  created_at: "2026-11-17T06:00:00Z",
  settled_at: null,
  settled_by: null,
  settled_because: null,
  event_id: EVENT,
  provider: "stripe",
  provider_event_id: "evt_1",
  allowed_actions: ["REQUEUE", "DISCARD"],
};

const event: Event = {
  id: EVENT,
  provider: "postmark",
  provider_event_id: "msg-1",
  tenant_id: null,
  status: "PROCESSED",
  attempts: 1,
  error: null,
  received_at: "2026-11-17T06:00:00Z",
  processed_at: "2026-11-17T06:00:01Z",
  payload: "KEPT",
  allowed_actions: ["REPROCESS"],
};

const LETTERS = "GET /v1/admin/dead-letters";
const EVENTS = "GET /v1/admin/webhook-events";
const asked = (route: string, name: string) => server.of(route).at(-1)?.query.get(name) ?? null;

afterEach(() => vi.unstubAllGlobals());

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
  server.on(LETTERS, () => ({ data: [letter] }));
  server.on(EVENTS, () => ({ data: [event] }));
  server.on(`${LETTERS}/${ID}`, () => ({
    data: {
      letter,
      business: { id: letter.tenant_id, name: "Lantana Row Studio" },
      workflow: { id: "invoice/1", url: "http://temporal.example/workflows/invoice%2F1" },
    },
  }));
  server.on(`${EVENTS}/${EVENT}`, () => ({ data: { event, business: null, workflow: null } }));
});

const show = (search = "") =>
  renderAt(`/ops/reliability${search}`, { "/ops/reliability": ReliabilityPage });

const refuse = (code: string) => () => ({
  status: 403,
  error: { code: "FORBIDDEN", message: "No", details: [{ field: "", code, message: "No" }] },
});

describe("what waits for a person", () => {
  it("is listed, and narrowed by what stands in the address", async () => {
    show("?status=OPEN&money=true");

    expect(await screen.findByText(letter.reason)).toBeTruthy();
    expect(asked(LETTERS, "status")).toBe("OPEN");
    expect(asked(LETTERS, "payment_related")).toBe("true");
  });

  it("is opened with whose it is and a way to its workflow", async () => {
    const { history } = show();
    const user = userEvent.setup();

    await user.click(await screen.findByRole("button", { name: /It does not lead back|Nov/ }));

    const drawer = await screen.findByRole("dialog", { name: "Dead letter" });
    expect(await within(drawer).findByText("Lantana Row Studio")).toBeTruthy();
    const workflow = within(drawer).getByRole("link", { name: /invoice\/1/ });
    expect(workflow.getAttribute("href")).toBe("http://temporal.example/workflows/invoice%2F1");
    expect(history.location.search).toContain(ID);
  });

  it("is tried again after a question", async () => {
    server.on(`POST /v1/admin/dead-letters/${ID}/requeue`, () => ({
      data: { ...letter, status: "REQUEUED", allowed_actions: [] },
    }));
    show(`?open=${ID}`);
    const user = userEvent.setup();

    await user.click(await screen.findByRole("button", { name: "Requeue" }));
    const question = await screen.findByRole("dialog", { name: "Try it again?" });
    expect(server.of(`POST /v1/admin/dead-letters/${ID}/requeue`)).toHaveLength(0);
    await user.click(within(question).getByRole("button", { name: "Requeue" }));

    await waitFor(() =>
      expect(server.of(`POST /v1/admin/dead-letters/${ID}/requeue`)).toHaveLength(1),
    );
  });

  it("is discarded with a reason only", async () => {
    const route = `POST /v1/admin/dead-letters/${ID}/discard`;
    server.on(route, () => ({ data: { ...letter, status: "DISCARDED", allowed_actions: [] } }));
    show(`?open=${ID}`);
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Discard" }));
    const question = await screen.findByRole("dialog", { name: "Discard it?" });

    await user.click(within(question).getByRole("button", { name: "Discard" }));
    expect(await within(question).findByText("Write what was done instead.")).toBeTruthy();
    await user.type(
      within(question).getByRole("textbox", { name: "What was done instead" }),
      "Refunded at Stripe",
    );
    await user.click(within(question).getByRole("button", { name: "Discard" }));

    await waitFor(() => expect(server.of(route)).toHaveLength(1));
    expect(server.of(route)[0]?.body).toEqual({ reason: "Refunded at Stripe" });
  });

  it("says why it could not be tried again", async () => {
    server.on(`POST /v1/admin/dead-letters/${ID}/requeue`, () => ({
      status: 409,
      error: { code: "CONFLICT", message: "What the provider told was erased", details: [] },
    }));
    show(`?open=${ID}`);
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Requeue" }));
    const question = await screen.findByRole("dialog", { name: "Try it again?" });

    await user.click(within(question).getByRole("button", { name: "Requeue" }));

    expect(await within(question).findByText("What the provider told was erased")).toBeTruthy();
  });

  it("says when nothing waits, and when no letter fits", async () => {
    server.on(LETTERS, () => ({ data: [] }));
    show("?status=DISCARDED");
    const user = userEvent.setup();
    expect(await screen.findByText("No letter fits.")).toBeTruthy();

    await user.click(screen.getByRole("button", { name: "Show all" }));

    expect(await screen.findByText(/Nothing waits for a person/)).toBeTruthy();
  });

  it("asks for another login when this one is old", async () => {
    server.on(LETTERS, refuse("LOGIN_TOO_OLD"));
    show();

    expect(await screen.findByText(/older than 12 hours/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Log in again" })).toBeTruthy();
  });

  it("is closed to whoever is no administrator of the platform", async () => {
    server.on(LETTERS, refuse("PLATFORM_ROLE_REQUIRED"));
    show();

    expect(await screen.findByText(/for the staff of the platform/)).toBeTruthy();
  });

  it("says when it did not load, and tries again", async () => {
    server.on(LETTERS, () => ({
      status: 500,
      error: { code: "INTERNAL_ERROR", message: "Something went wrong", details: [] },
    }));
    show();
    const user = userEvent.setup();
    const again = await screen.findByRole("button", { name: "Try again" });
    server.on(LETTERS, () => ({ data: [letter] }));

    await user.click(again);

    expect(await screen.findByText(letter.reason)).toBeTruthy();
  });
});

describe("what providers told", () => {
  it("is another list, with filters of its own", async () => {
    const { history } = show("?status=OPEN");
    const user = userEvent.setup();
    await screen.findByText(letter.reason);

    await user.click(screen.getByRole("button", { name: "Webhook events" }));

    expect(await screen.findByText("msg-1")).toBeTruthy();
    expect(asked(EVENTS, "status")).toBeNull();
    expect(history.location.search).toContain("events");
    await user.click(screen.getByRole("button", { name: "Provider" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Clerk" }));
    await waitFor(() => expect(asked(EVENTS, "provider")).toBe("clerk"));
  });

  it("is taken again after a question", async () => {
    const route = `POST /v1/admin/webhook-events/${EVENT}/reprocess`;
    server.on(route, () => ({ data: { ...event, status: "RECEIVED", allowed_actions: [] } }));
    show(`?list=events&open=${EVENT}`);
    const user = userEvent.setup();

    await user.click(await screen.findByRole("button", { name: "Reprocess" }));
    const question = await screen.findByRole("dialog", { name: "Take it again?" });
    await user.click(within(question).getByRole("button", { name: "Reprocess" }));

    await waitFor(() => expect(server.of(route)).toHaveLength(1));
  });
});
