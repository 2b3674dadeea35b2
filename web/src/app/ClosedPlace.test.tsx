import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Toasts } from "@/components/ui/Toasts";
import { businessQuery, standingQuery } from "@/features/tenants/api";
import { renderAt } from "@/test/renderAt";
import { business, me } from "@/test/samples";
import { server } from "@/test/server";
import Shell from "./shell/Shell";

const REOPEN = "POST /v1/tenant/reopen";
const NOW = "2026-11-20T07:00:00Z";

const closed = {
  ...business,
  status: "CLOSED",
  closed_at: "2026-11-17T07:00:00Z",
  erase_on: "2027-01-16",
  reminders_paused: true,
  allowed_actions: ["reopen"],
};

const [place] = me.memberships;
const other = { ...place, tenant_id: "0190a000-0000-7000-8000-0000000000ff", name: "Savanna" };

const barred = () => ({
  status: 403,
  error: {
    code: "FORBIDDEN",
    message: "No",
    details: [{ field: "", message: "No", code: "BUSINESS_CLOSED" }],
  },
});

const refused = (code: string, message: string) => () => ({
  status: 409,
  error: { code: "CONFLICT", message, details: [{ field: "", message, code }] },
});

/** The app at an address, without the pages that stand there while the business is open. */
function show(at = "/invoices") {
  const place = () => (
    <>
      <Shell />
      <Toasts />
    </>
  );
  const shown = renderAt(at, {
    "/invoices": place,
    "/settings/$section": place,
    "/home": Toasts,
  });
  return { ...shown, user: userEvent.setup() };
}

const open = () => screen.findByRole("button", { name: "Open it again" });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  server.on("GET /v1/tenant", () => ({ data: closed }));
  server.on("GET /v1/auth/me", () => ({ data: me }));
  server.on("GET /v1/export", () => ({ data: [] }));
});

afterEach(() => {
  vi.useRealTimers();
});

describe("to an owner", () => {
  it("says since when it is closed, and how long until it is erased", async () => {
    show();

    expect(await screen.findByRole("heading", { level: 1 })).toHaveProperty(
      "textContent",
      "Lantana Row Studio is closed",
    );
    const page = screen.getByRole("main");
    expect(page.textContent).toContain("Erased on16 Jan 202757 days left");
    expect(page.textContent).toContain("Closed since17 Nov 2026");
    expect(document.activeElement).toBe(page);
    expect(document.title).toBe("Lantana Row Studio is closed · Duespark");
  });

  it("counts real days, whatever a test business's clock says", async () => {
    server.on("GET /v1/tenant", () => ({ data: { ...closed, kind: "TEST", today: "2027-05-01" } }));
    show();

    expect(await screen.findByText("57 days left")).toBeTruthy();
    expect(server.of("GET /v1/test-clock")).toHaveLength(0);
  });

  it("lets everything be taken away", async () => {
    server.on("POST /v1/export", () => ({ status: 429, error: { message: "Too many requests" } }));
    const { user } = show();
    expect(await screen.findByText("Nothing was exported yet.")).toBeTruthy();

    await user.click(screen.getByRole("button", { name: "Export everything" }));

    expect((await screen.findByRole("alert")).textContent).toBe("Too many requests");
    expect(server.of("POST /v1/export")[0]?.body).toEqual({ documents: true });
  });

  it("opens it again, leads home and says that reminders stay paused", async () => {
    const opened = { ...business, reminders_paused: true };
    server.on(REOPEN, () => {
      server.on("GET /v1/tenant", () => ({ data: opened }));
      return { data: opened };
    });
    const { client, history, user } = show();
    expect(await screen.findByText(/until somebody resumes them/)).toBeTruthy();

    await user.click(await open());

    expect(
      await screen.findByText("Lantana Row Studio is open again. Its reminders stay paused."),
    ).toBeTruthy();
    await waitFor(() => expect(client.getQueryData(standingQuery.queryKey)).toBe("OPEN"));
    expect(client.getQueryData(businessQuery.queryKey)?.status).toBe("ACTIVE");
    expect(history.location.pathname).toBe("/home");
    expect(server.of(REOPEN)).toHaveLength(1);
  });

  it("says that its sixty days are over", async () => {
    server.on(REOPEN, refused("ERASED", "Its sixty days are over; it is being erased"));
    const { user } = show();

    await user.click(await open());

    expect((await screen.findByRole("alert")).textContent).toBe(
      "Its sixty days are over. It is being erased and cannot be opened again.",
    );
  });

  it("says why it does not open, and can be asked again", async () => {
    server.on(REOPEN, () => ({ status: 500, error: { code: "INTERNAL_ERROR", message: "No" } }));
    const { user } = show();

    await user.click(await open());

    expect((await screen.findByRole("alert")).textContent).toBe("No");
    expect((await open()).hasAttribute("disabled")).toBe(false);
  });

  it("says when the exports do not load", async () => {
    server.on("GET /v1/export", () => ({
      status: 500,
      error: { code: "INTERNAL_ERROR", message: "No" },
    }));
    show();

    expect(await screen.findByText(/The exports did not load/)).toBeTruthy();
    expect(await open()).toBeTruthy();
  });
});

describe("to everybody else", () => {
  beforeEach(() => server.on("GET /v1/tenant", barred));

  it("says that its owner can open it again, and nothing more", async () => {
    show();

    expect(
      await screen.findByRole("heading", {
        level: 1,
        name: "This business is closed. Its owner can open it again.",
      }),
    ).toBeTruthy();
    expect(within(screen.getByRole("banner")).getByText("Lantana Row Studio")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Open it again" })).toBeNull();
    expect(server.of("GET /v1/export")).toHaveLength(0);
    expect(screen.queryByRole("link", { name: "Open another business" })).toBeNull();
  });

  it("leads to another business of theirs", async () => {
    server.on("GET /v1/auth/me", () => ({ data: { ...me, memberships: [place, other] } }));
    show();

    const link = await screen.findByRole("link", { name: "Open another business" });

    expect(link.getAttribute("href")).toBe("/choose-business");
  });

  it("lets them sign out", async () => {
    server.on("POST /v1/auth/logout", () => ({ status: 500, error: { message: "Try later." } }));
    const { user } = show();

    await user.click(await screen.findByRole("button", { name: "Log out" }));

    expect(await screen.findByText("You are still signed in. Try later.")).toBeTruthy();
  });

  it("keeps their own devices and account within reach", async () => {
    const session = {
      id: "0190a000-0000-7000-8000-0000000000a1",
      created_at: "2026-11-02T06:00:00Z",
      last_used_at: "2026-11-20T06:30:00Z",
      browser: "Chrome",
      system: "Android",
      ip_address: null,
      current: true,
    };
    server.on("GET /v1/auth/me/sessions", () => ({ data: [session] }));
    const { user } = show();

    await user.click(await screen.findByRole("link", { name: "Security" }));

    expect(await screen.findByText("Chrome on Android")).toBeTruthy();
    await user.click(screen.getByRole("link", { name: "Your account" }));
    expect(await screen.findByLabelText("Your name")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Back to the closed business" })).toBeTruthy();
  });
});
