import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { renderAt } from "@/test/renderAt";
import { business, me } from "@/test/samples";
import { server } from "@/test/server";
import { SettingsPage } from "../SettingsPage";
import type { Session } from "./api";

const SESSIONS = "GET /v1/auth/me/sessions";
const END_OTHERS = "POST /v1/auth/me/sessions/end-others";
const CHANGE = "POST /v1/auth/me/password";

const phone: Session = {
  id: "0190a000-0000-7000-8000-0000000000a1",
  created_at: "2026-11-02T06:00:00Z",
  last_used_at: "2026-11-17T06:30:00Z",
  browser: "Chrome",
  system: "Android",
  ip_address: "41.90.64.7",
  current: false,
};
const laptop: Session = {
  ...phone,
  id: "0190a000-0000-7000-8000-0000000000a0",
  browser: "Firefox",
  system: "Windows",
  current: true,
};
const unknown: Session = {
  ...phone,
  id: "0190a000-0000-7000-8000-0000000000a2",
  browser: null,
  system: null,
  ip_address: null,
};

const show = () => renderAt("/settings/security", { "/settings/$section": SettingsPage });
const rows = async () =>
  within(await screen.findByRole("list", { name: "Devices" })).getAllByRole("listitem");
const refused = (status: number, code: string, field: string, detail: string) => () => ({
  status,
  error: { code, message: "No", details: [{ field, message: "45", code: detail }] },
});

beforeEach(() => {
  server.on("GET /v1/tenant", () => ({ data: business }));
  server.on("GET /v1/auth/me", () => ({ data: me }));
  server.on(SESSIONS, () => ({ data: [unknown, phone, laptop] }));
});

describe("the devices", () => {
  it("begin with this one, and say of each when and from where it was used", async () => {
    show();

    const [first, second, third] = await rows();

    expect(first?.textContent).toContain("Firefox on Windowsthis device");
    expect(first?.textContent).toContain("Signed in 2 Nov 2026 · 41.90.64.7");
    expect(first?.textContent).not.toContain("Last used");
    expect(within(first as HTMLElement).queryByRole("button")).toBeNull();
    expect(second?.textContent).toContain("Unknown device");
    expect(third?.textContent).toContain("Chrome on Android");
    expect(third?.textContent).toContain("Last used today, 09:30 · signed in 2 Nov 2026");
  });

  it("are open to every role", async () => {
    server.on("GET /v1/tenant", () => ({ data: { ...business, allowed_actions: [] } }));
    server.on("GET /v1/auth/me", () => ({ data: { ...me, permissions: [] } }));
    show();

    expect(await rows()).toHaveLength(3);
  });

  it("end one by one, with the keyboard alone", async () => {
    const path = `DELETE /v1/auth/me/sessions/${phone.id}`;
    server.on(path, () => {
      server.on(SESSIONS, () => ({ data: [unknown, laptop] }));
      return { data: { id: phone.id } };
    });
    show();
    const user = userEvent.setup();
    (await screen.findByRole("button", { name: "Log out Chrome on Android" })).focus();

    await user.keyboard("{Enter}");

    await waitFor(async () => expect(await rows()).toHaveLength(2));
    expect(server.of(path)).toHaveLength(1);
  });

  it("take one that has ended meanwhile for ended", async () => {
    server.on(`DELETE /v1/auth/me/sessions/${phone.id}`, () => {
      server.on(SESSIONS, () => ({ data: [laptop] }));
      return { status: 404, error: { code: "NOT_FOUND", message: "Session not found" } };
    });
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Log out Chrome on Android" }));

    expect(await screen.findByText("You are signed in nowhere else.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Log out all other devices" })).toBeNull();
  });

  it("end all but this one", async () => {
    server.on(END_OTHERS, () => {
      server.on(SESSIONS, () => ({ data: [laptop] }));
      return { data: { ended: 2 } };
    });
    show();
    await userEvent.click(await screen.findByRole("button", { name: "Log out all other devices" }));

    expect(await screen.findByText("You are signed in nowhere else.")).toBeTruthy();
    expect(await rows()).toHaveLength(1);
    expect(server.of(END_OTHERS)).toHaveLength(1);
  });

  it("say what is still true when they do not load", async () => {
    server.on(SESSIONS, () => ({
      status: 422,
      error: { code: "VALIDATION_ERROR", message: "No" },
    }));
    show();

    expect(await screen.findByText(/They stay signed in/)).toBeTruthy();
    expect(screen.getByLabelText("Current password")).toBeTruthy();
  });
});

describe("the password", () => {
  async function change(current: string, wanted: string) {
    const user = userEvent.setup();
    if (current) await user.type(await screen.findByLabelText("Current password"), current);
    if (wanted) await user.type(await screen.findByLabelText("New password"), wanted);
    await user.click(await screen.findByRole("button", { name: "Change the password" }));
  }

  it("is changed, forgotten by the page, and the devices are read again", async () => {
    server.on(CHANGE, () => ({ data: { next: "NOTHING" } }));
    show();
    await rows();
    await change("the old one", "a brand new secret");

    await waitFor(() => expect(server.of(SESSIONS)).toHaveLength(2));
    expect(server.of(CHANGE)[0]?.body).toEqual({
      current_password: "the old one",
      password: "a brand new secret",
    });
    expect(screen.getByLabelText<HTMLInputElement>("Current password").value).toBe("");
    expect(screen.getByLabelText<HTMLInputElement>("New password").value).toBe("");
  });

  it("is not asked for with one that is missing or short", async () => {
    show();
    await change("", "short");

    expect(await screen.findByText("Write your password.")).toBeTruthy();
    expect(screen.getByText("Use at least 10 characters.")).toBeTruthy();
    expect(server.of(CHANGE)).toHaveLength(0);
  });

  it("stays, with what was typed, when the current one is wrong", async () => {
    server.on(CHANGE, refused(422, "VALIDATION_ERROR", "current_password", "WRONG_PASSWORD"));
    show();
    await change("not the old one", "a brand new secret");

    expect(await screen.findByText("This is not your password.")).toBeTruthy();
    const field = screen.getByLabelText<HTMLInputElement>("Current password");
    expect(field.value).toBe("not the old one");
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it("is to be another when it is easily guessed", async () => {
    server.on(CHANGE, refused(422, "VALIDATION_ERROR", "password", "COMMON_PASSWORD"));
    show();
    await change("the old one", "password1234");

    expect(await screen.findByText(/easily guessed/)).toBeTruthy();
  });

  it("says how long to wait after too many tries", async () => {
    server.on(CHANGE, refused(429, "RATE_LIMITED", "retry_after", "ACCOUNT_LOCKED"));
    show();
    await change("the old one", "a brand new secret");

    expect(await screen.findByText(/There were too many tries. Wait 1 minute/)).toBeTruthy();
  });
});
