import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { renderAt } from "@/test/renderAt";
import { me } from "@/test/samples";
import { server } from "@/test/server";
import { within } from "./fields";
import { LoginPage } from "./LoginPage";

const PASSWORD = "a few quiet words";
const tokens = { access_token: "t", expires_in: 900, token_type: "Bearer" };

const email = () => screen.findByLabelText<HTMLInputElement>("E-mail");
const password = () => screen.getByLabelText<HTMLInputElement>("Password");

async function signIn(address = "/login") {
  const page = renderAt(address, { "/login": LoginPage });
  const user = userEvent.setup();
  await user.type(await email(), "njeri@lantanarow.example");
  await user.type(password(), PASSWORD);
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  return { ...page, user };
}

beforeEach(() => {
  server.on("POST /v1/auth/login", () => ({ data: tokens }));
  server.on("GET /v1/auth/me", () => ({ data: me }));
});

describe("a refused login", () => {
  it("keeps what was typed and says that one of the two is wrong", async () => {
    server.on("POST /v1/auth/login", () => ({
      status: 401,
      error: { code: "UNAUTHORIZED", message: "Email or password is wrong" },
    }));

    await signIn();

    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toBe("The e-mail or the password is wrong.");
    expect((await email()).value).toBe("njeri@lantanarow.example");
    expect(password().value).toBe(PASSWORD);
    expect(document.activeElement).toBe(password());
  });

  it("says how long to wait after too many tries", async () => {
    server.on("POST /v1/auth/login", () => ({
      status: 429,
      error: {
        code: "RATE_LIMITED",
        message: "Too many failed logins; wait, or reset your password",
        details: [{ field: "retry_after", message: "412", code: "ACCOUNT_LOCKED" }],
      },
    }));

    await signIn();

    expect((await screen.findByRole("alert")).textContent).toContain("Wait 7 minutes");
  });

  it("says that the server was not reached, and lets try again", async () => {
    server.on("POST /v1/auth/login", () => {
      throw new TypeError("network");
    });

    const { user, history } = await signIn();

    expect((await screen.findByRole("alert")).textContent).toContain("cannot be reached");
    server.on("POST /v1/auth/login", () => ({ data: tokens }));
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    await waitFor(() => expect(history.location.pathname).toBe("/home"));
  });

  it("asks for both before it asks the server", async () => {
    renderAt("/login", { "/login": LoginPage });
    const user = userEvent.setup();
    await user.type(await email(), "njeri");

    await user.click(screen.getByRole("button", { name: "Sign in" }));

    expect(await screen.findByText("Write an address like name@example.com.")).toBeTruthy();
    expect(screen.getByText("Write your password.")).toBeTruthy();
    expect((await email()).getAttribute("aria-invalid")).toBe("true");
    expect(server.of("POST /v1/auth/login")).toHaveLength(0);
  });
});

describe("a login", () => {
  it("leads to where the person wanted to go", async () => {
    const { history } = await signIn("/login?next=%2Finvoices%3Fstatus%3DSENT");

    await waitFor(() => expect(history.location.href).toBe("/invoices?status=SENT"));
  });

  it("explains an unconfirmed address and mails the link again", async () => {
    server.on("GET /v1/auth/me", () => ({ data: { ...me, email_verified: false } }));
    server.on("POST /v1/auth/resend-verification", () => ({
      status: 202,
      data: { next: "CHECK_MAIL" },
    }));

    const { user, history } = await signIn();

    await screen.findByRole("heading", { name: "Confirm your e-mail" });
    await user.click(screen.getByRole("button", { name: "Send the mail again" }));
    expect((await screen.findByRole("status")).textContent).toContain("on its way");
    expect(server.of("POST /v1/auth/resend-verification")[0]?.body).toEqual({ email: me.email });
    await user.click(screen.getByRole("button", { name: "Continue without it" }));
    await waitFor(() => expect(history.location.pathname).toBe("/home"));
  });
});

it.each([
  ["/invoices?status=SENT", "/invoices?status=SENT"],
  ["https://elsewhere.example", "/home"],
  ["//elsewhere.example", "/home"],
  ["/\\elsewhere.example", "/home"],
  [undefined, "/home"],
])("goes from %s to %s", (next, page) => {
  expect(within(next)).toBe(page);
});
