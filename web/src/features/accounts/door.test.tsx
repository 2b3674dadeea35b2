import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { renderAt } from "@/test/renderAt";
import { server } from "@/test/server";
import { ForgotPage } from "./ForgotPage";
import { InvitationPage } from "./InvitationPage";
import { LoginPage } from "./LoginPage";
import { RegisterPage } from "./RegisterPage";
import { ResetPage } from "./ResetPage";
import { VerifyPage } from "./VerifyPage";

const refused = (field: string, message: string) => ({
  status: 422,
  error: { code: "VALIDATION_ERROR", message, details: [{ field, message, code: "NO" }] },
});

it("opens an account in a chosen country and says where the link went", async () => {
  server.on("POST /v1/auth/register", () => ({ status: 202, data: { next: "CHECK_MAIL" } }));
  renderAt("/register?ref=NJERI", { "/register": RegisterPage, "/verify-email": VerifyPage });
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText("Business name"), "Lantana Row Studio");
  await user.type(screen.getByLabelText("Your name"), "Njeri Mwangi");
  await user.type(screen.getByLabelText("E-mail"), "njeri@lantanarow.example");
  await user.type(screen.getByLabelText("Password"), "a few quiet words");
  await user.click(screen.getByRole("button", { name: "Change" }));
  await user.selectOptions(screen.getByLabelText("Country"), "UG");
  await user.click(screen.getByRole("button", { name: "Open the account" }));

  expect(await screen.findByRole("heading", { name: "Check your mail" })).toBeTruthy();
  expect(screen.getByText("njeri@lantanarow.example")).toBeTruthy();
  expect(server.of("POST /v1/auth/register")[0]?.body).toMatchObject({
    country: "UG",
    currency: "UGX",
    timezone: "Africa/Kampala",
    locale: "en-UG",
    referral_code: "NJERI",
  });
});

it("confirms an address once", async () => {
  server.on("POST /v1/auth/verify-email", () => ({ data: { next: "NOTHING" } }));
  renderAt("/verify-email?token=abc", { "/verify-email": VerifyPage });

  expect(await screen.findByRole("heading", { name: "Your e-mail is confirmed" })).toBeTruthy();
  expect(server.of("POST /v1/auth/verify-email").map(({ body }) => body)).toEqual([
    { token: "abc" },
  ]);
});

it("offers a new link where one does not work any more", async () => {
  server.on("POST /v1/auth/verify-email", () => refused("token", "This link has expired"));
  renderAt("/verify-email?token=abc", { "/verify-email": VerifyPage });

  expect(await screen.findByRole("heading", { name: /does not work any more/ })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Mail me a new link" })).toBeTruthy();
});

it("says that a password is easily guessed, and keeps it to be changed", async () => {
  server.on("POST /v1/auth/reset-password", () => refused("password", "Easily guessed"));
  renderAt("/reset-password?token=abc", { "/reset-password": ResetPage });
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText("New password"), "password1234");
  await user.click(screen.getByRole("button", { name: "Set the password" }));

  expect(await screen.findByText("Easily guessed")).toBeTruthy();
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>("New password").value).toBe("password1234"),
  );
});

describe("where people come through an identity provider alone", () => {
  const pages = {
    "/login": LoginPage,
    "/register": RegisterPage,
    "/forgot-password": ForgotPage,
    "/reset-password": ResetPage,
    "/verify-email": VerifyPage,
    "/accept-invitation": InvitationPage,
  };
  const off = {
    status: 403,
    error: { code: "CAPABILITY_DISABLED", message: "People sign in through Clerk here" },
  };

  it.each(Object.keys(pages))("%s says so and asks for nothing", async (path) => {
    server.on("GET /v1/auth/mode", () => ({ data: { mode: "CLERK" } }));
    server.on("POST /v1/auth/verify-email", () => off);
    server.on("POST /v1/auth/refresh", () => off);
    server.on("POST /v1/invitations/preview", () => off);
    renderAt(`${path}?token=abc`, pages);

    expect(
      await screen.findByRole("heading", { name: "Sign in with your organisation" }),
    ).toBeTruthy();
    expect(screen.getByText(/their organisation's identity provider/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
    expect(screen.queryByRole("button", { name: /Sign in|account|link|again/ })).toBeNull();
  });

  it("shows the form where both are open, and while nobody has said which", async () => {
    server.on("GET /v1/auth/mode", () => ({ data: { mode: "BOTH" } }));
    renderAt("/login", pages);
    expect(await screen.findByLabelText("Password")).toBeTruthy();
    await waitFor(() => expect(server.of("GET /v1/auth/mode")).toHaveLength(1));
    expect(screen.getByLabelText("Password")).toBeTruthy();
  });
});
