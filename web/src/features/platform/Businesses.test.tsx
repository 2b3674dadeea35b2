import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderAt } from "@/test/renderAt";
import { server } from "@/test/server";
import type { Business, Quotas } from "./api";
import { ReliabilityPage } from "./ReliabilityPage";

const ID = "0190a000-0000-7000-8000-000000000001";
const BUSINESSES = "GET /v1/admin/tenants";
const SET = `PUT /v1/admin/tenants/${ID}/quotas`;

const business: Business = {
  id: ID,
  name: "Lantana Row Studio",
  kind: "LIVE",
  status: "ACTIVE",
  created_at: "2026-11-17T06:00:00Z",
};

const quotas: Quotas = {
  api_requests: { standard: 600, own: null },
  emails: { standard: 1000, own: 5000 },
  jobs: { standard: 2, own: null },
  reason: "A fair",
  version: 3,
};

afterEach(() => vi.unstubAllGlobals());

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({
    matches: false,
    addEventListener: () => {},
    removeEventListener: () => {},
  }));
  server.on(BUSINESSES, () => ({ data: [business] }));
  server.on(`${BUSINESSES}/${ID}`, () => ({ data: { business, quotas } }));
});

const show = (search = "") =>
  renderAt(`/ops/reliability?list=businesses${search}`, { "/ops/reliability": ReliabilityPage });

const asked = () => server.of(BUSINESSES).map(({ query }) => query.get("q"));

describe("a business that somebody names", () => {
  it("is searched for when it is asked for, and not while typing", async () => {
    show();
    const user = userEvent.setup();
    const field = await screen.findByRole("searchbox", { name: /Id, or e-mail address/ });

    await user.type(field, " njeri@lantanarow.example ");
    expect(asked()).toEqual([]);
    await user.keyboard("{Enter}");

    expect(await screen.findByText("Lantana Row Studio")).toBeTruthy();
    expect(asked()).toEqual(["njeri@lantanarow.example"]);
    expect(document.activeElement).toBe(field);
  });

  it("is not there for half an address", async () => {
    server.on(BUSINESSES, () => ({ data: [] }));
    show("&q=njeri");

    expect(await screen.findByText(/Write the whole address/)).toBeTruthy();
  });

  it("is not there for anybody else", async () => {
    server.on(BUSINESSES, () => ({
      status: 403,
      error: {
        code: "FORBIDDEN",
        message: "No",
        details: [{ field: "", code: "PLATFORM_ROLE_REQUIRED", message: "No" }],
      },
    }));
    show("&q=njeri@lantanarow.example");

    expect(await screen.findByText(/for the staff of the platform/)).toBeTruthy();
  });
});

describe("how much it may take", () => {
  const opened = async () => {
    show(`&open=${ID}`);
    return screen.findByRole("dialog", { name: "Lantana Row Studio" });
  };

  it("says what counts and what the standard is", async () => {
    const drawer = await opened();

    expect(within(drawer).getByText("The standard counts: 600.")).toBeTruthy();
    expect(within(drawer).getByText("5,000 counts; the standard is 1,000.")).toBeTruthy();
    expect(within(drawer).getByText("Last time: A fair")).toBeTruthy();
  });

  it("is set with the reason, and empty is the standard", async () => {
    server.on(SET, () => ({ data: { business, quotas: { ...quotas, version: 4 } } }));
    const drawer = await opened();
    const user = userEvent.setup();

    await user.clear(within(drawer).getByRole("textbox", { name: "E-mails a day" }));
    await user.type(within(drawer).getByRole("textbox", { name: "Simulations at once" }), "4");
    await user.type(within(drawer).getByRole("textbox", { name: "Why" }), "An agency");
    await user.click(within(drawer).getByRole("button", { name: "Set" }));

    await waitFor(() => expect(server.of(SET)).toHaveLength(1));
    expect(server.of(SET)[0]?.body).toEqual({
      api_requests: null,
      emails: null,
      jobs: 4,
      reason: "An agency",
      if_match_version: 3,
    });
  });

  it("is not set out of bounds, or without a reason", async () => {
    const drawer = await opened();
    const user = userEvent.setup();

    await user.type(within(drawer).getByRole("textbox", { name: "Simulations at once" }), "21");
    await user.click(within(drawer).getByRole("button", { name: "Set" }));

    expect(await within(drawer).findByText(/from 1 to 20/)).toBeTruthy();
    expect(within(drawer).getByText("Write why.")).toBeTruthy();
    expect(server.of(SET)).toHaveLength(0);
  });

  it("keeps what was typed when somebody else was first, and tells what counts now", async () => {
    server.on(SET, () => ({
      status: 409,
      error: { code: "CONFLICT", message: "It was changed by somebody else meanwhile" },
    }));
    const drawer = await opened();
    const user = userEvent.setup();
    await user.type(within(drawer).getByRole("textbox", { name: "Simulations at once" }), "4");
    await user.type(within(drawer).getByRole("textbox", { name: "Why" }), "An agency");
    server.on(`${BUSINESSES}/${ID}`, () => ({
      data: { business, quotas: { ...quotas, jobs: { standard: 2, own: 6 }, version: 4 } },
    }));

    await user.click(within(drawer).getByRole("button", { name: "Set" }));

    expect(await within(drawer).findByText(/changed by somebody else/)).toBeTruthy();
    expect(await within(drawer).findByText("6 counts; the standard is 2.")).toBeTruthy();
    expect(
      within(drawer).getByRole<HTMLInputElement>("textbox", { name: "Simulations at once" }).value,
    ).toBe("4");
  });
});
