import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "@/lib/page";
import { renderAt } from "@/test/renderAt";
import { me } from "@/test/samples";
import { server } from "@/test/server";
import { InvitationPage } from "./InvitationPage";

const PREVIEW = "POST /v1/invitations/preview";
const ACCEPT = "POST /v1/invitations/accept";
const REFRESH = "POST /v1/auth/refresh";

const opened = vi.spyOn(page, "open").mockImplementation(() => {});

const invitation = {
  business: "Savanna Bloom",
  role: "STAFF",
  invited_by: "Wairimu",
  email: me.email,
  has_account: false,
  expires_at: "2026-11-24T06:00:00Z",
};
const tokens = { access_token: "h.e30.s", expires_in: 900, tenant_id: "t" };
const over = {
  status: 422,
  error: {
    code: "VALIDATION_ERROR",
    message: "This invitation does not work any more",
    details: [{ field: "token", message: "Over", code: "TOKEN_EXPIRED" }],
  },
};

const show = (address = "/accept-invitation?token=abc") =>
  renderAt(address, { "/accept-invitation": InvitationPage, "/login": () => <p>The door</p> });
const signedIn = () => server.on(REFRESH, () => ({ data: tokens }));

beforeEach(() => {
  opened.mockClear();
  server.on(PREVIEW, () => ({ data: invitation }));
  server.on(ACCEPT, () => ({ data: tokens }));
  server.on("GET /v1/auth/me", () => ({ data: me }));
  server.on("POST /v1/auth/logout", () => ({ data: { next: "NOTHING" } }));
  server.on(REFRESH, () => ({ status: 401, error: { code: "UNAUTHORIZED", message: "No" } }));
});

describe("somebody new", () => {
  it("reads who invites them as what, and comes in with a name and a password", async () => {
    show();
    const user = userEvent.setup();
    expect(await screen.findByRole("heading", { name: "Join Savanna Bloom" })).toBeTruthy();
    expect(screen.getByText("Wairimu")).toBeTruthy();
    expect(screen.getByText("Staff")).toBeTruthy();
    expect(screen.getByText(/Does the daily work/)).toBeTruthy();

    await user.type(screen.getByLabelText("Your name"), "Wanjiru");
    await user.type(screen.getByLabelText("Choose a password"), "a few quiet words");
    await user.click(screen.getByRole("button", { name: "Open the account and join" }));

    await vi.waitFor(() => expect(opened).toHaveBeenCalledExactlyOnceWith("/home"));
    expect(server.of(ACCEPT)[0]?.body).toEqual({
      token: "abc",
      display_name: "Wanjiru",
      password: "a few quiet words",
      locale: "en-GB",
    });
    expect(server.of(ACCEPT)[0]?.headers.get("X-Session")).toBe("cookie");
  });

  it("is told which field was refused, and keeps what was typed", async () => {
    server.on(ACCEPT, () => ({
      status: 422,
      error: {
        code: "VALIDATION_ERROR",
        message: "Please correct the marked fields",
        details: [{ field: "password", message: "Easily guessed", code: "COMMON_PASSWORD" }],
      },
    }));
    show();
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText("Your name"), "Wanjiru");
    await user.type(screen.getByLabelText("Choose a password"), "password1234");
    await user.click(screen.getByRole("button", { name: "Open the account and join" }));

    expect(await screen.findByText("Easily guessed")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Your name").value).toBe("Wanjiru");
    expect(opened).not.toHaveBeenCalled();
  });
});

describe("somebody with an account", () => {
  beforeEach(() => server.on(PREVIEW, () => ({ data: { ...invitation, has_account: true } })));

  it("gives the password of it", async () => {
    show();
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText("Password"), "a few quiet words");
    await user.click(screen.getByRole("button", { name: "Sign in and join" }));

    await vi.waitFor(() => expect(opened).toHaveBeenCalledWith("/home"));
    expect(server.of(ACCEPT)[0]?.body).toEqual({ token: "abc", password: "a few quiet words" });
    expect(screen.queryByLabelText("Your name")).toBeNull();
  });

  it("is told when it is wrong", async () => {
    server.on(ACCEPT, () => ({ status: 401, error: { code: "UNAUTHORIZED", message: "Wrong" } }));
    show();
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText("Password"), "something else");
    await user.click(screen.getByRole("button", { name: "Sign in and join" }));

    expect((await screen.findByRole("alert")).textContent).toBe(
      "The e-mail or the password is wrong.",
    );
  });

  it("joins with one press when signed in", async () => {
    signedIn();
    show();
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Join as Njeri Mwangi" }));

    await vi.waitFor(() => expect(opened).toHaveBeenCalledWith("/home"));
    expect(server.of(ACCEPT)[0]?.body).toEqual({ token: "abc" });
    expect(server.of(ACCEPT)[0]?.headers.get("Authorization")).toBe("Bearer h.e30.s");
  });

  it("is asked to log out when somebody else is signed in", async () => {
    signedIn();
    server.on(PREVIEW, () => ({
      data: { ...invitation, email: "wanjiru@savanna.example", has_account: true },
    }));
    show();
    const user = userEvent.setup();
    expect(await screen.findByText("wanjiru@savanna.example")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Join as/ })).toBeNull();

    server.on(REFRESH, () => ({ status: 401, error: { code: "UNAUTHORIZED", message: "No" } }));
    await user.click(screen.getByRole("button", { name: "Log out and go on" }));

    expect(await screen.findByLabelText("Password")).toBeTruthy();
  });
});

it.each([
  ["a link that is over", "/accept-invitation?token=abc"],
  ["no link at all", "/accept-invitation"],
])("says what to do with %s", async (_, address) => {
  server.on(PREVIEW, () => over);
  show(address);

  expect(
    await screen.findByRole("heading", { name: "This invitation does not work any more" }),
  ).toBeTruthy();
  expect(screen.getByRole("link", { name: "Sign in" })).toBeTruthy();
});

it("says so when the link is used up while the form is filled in", async () => {
  server.on(ACCEPT, () => over);
  show();
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText("Your name"), "Wanjiru");
  await user.type(screen.getByLabelText("Choose a password"), "a few quiet words");
  await user.click(screen.getByRole("button", { name: "Open the account and join" }));

  expect(await screen.findByRole("heading", { name: /does not work any more/ })).toBeTruthy();
});

it("lets try again when nobody answered", async () => {
  server.on(PREVIEW, () => ({ status: 500, error: { code: "INTERNAL_ERROR", message: "Broken" } }));
  show();
  expect((await screen.findByRole("alert")).textContent).toBe("Broken");

  server.on(PREVIEW, () => ({ data: invitation }));
  await userEvent.setup().click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByRole("heading", { name: "Join Savanna Bloom" })).toBeTruthy();
});
