import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { page } from "@/lib/page";
import { renderAt } from "@/test/renderAt";
import { business, me } from "@/test/samples";
import { server } from "@/test/server";
import { ChooseBusinessPage } from "./ChooseBusinessPage";
import { LoginPage } from "./LoginPage";

const SWITCH = "POST /v1/auth/switch-tenant";
const OTHER = "0190a000-0000-7000-8000-0000000000ff";
const opened = vi.spyOn(page, "open").mockImplementation(() => {});

const [place] = me.memberships;
const other = { ...place, tenant_id: OTHER, name: "Savanna", kind: "TEST", role: "STAFF" };
const pages = { "/choose-business": ChooseBusinessPage, "/login": LoginPage };

beforeEach(() => {
  opened.mockClear();
  server.on("GET /v1/auth/me", () => ({ data: { ...me, memberships: [place, other] } }));
  server.on("POST /v1/auth/login", () => ({
    data: { access_token: "h.e30.s", expires_in: 900, tenant_id: business.id },
  }));
});

async function signIn(next: string) {
  const shown = renderAt(`/login?next=${encodeURIComponent(next)}`, pages);
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText("E-mail"), me.email);
  await user.type(screen.getByLabelText("Password"), "a few quiet words");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  return { ...shown, user };
}

it("is asked of whoever has several, and leads where they wanted to go", async () => {
  const { history, user } = await signIn("/invoices");

  await user.click(await screen.findByRole("button", { name: /Lantana Row Studio/ }));

  await vi.waitFor(() => expect(history.location.pathname).toBe("/invoices"));
  expect(server.of(SWITCH)).toHaveLength(0);
});

it("opens another business in a fresh page", async () => {
  server.on(SWITCH, () => ({
    data: { access_token: "h.e30.s", expires_in: 900, tenant_id: OTHER },
  }));
  const { user } = await signIn("/invoices");
  expect(await screen.findByText("Staff, to try things")).toBeTruthy();

  await user.click(screen.getByRole("button", { name: /Savanna/ }));

  await vi.waitFor(() => expect(opened).toHaveBeenCalledExactlyOnceWith("/home"));
  expect(server.of(SWITCH)[0]?.body).toEqual({ tenant_id: OTHER });
});

it("says when a business does not open", async () => {
  server.on(SWITCH, () => ({
    status: 404,
    error: { code: "NOT_FOUND", message: "Business not found" },
  }));
  const { user } = await signIn("/home");
  await user.click(await screen.findByRole("button", { name: /Savanna/ }));

  expect((await screen.findByRole("alert")).textContent).toBe("Business not found");
});

it("tells somebody whose last place has ended what to do", async () => {
  server.on("GET /v1/auth/me", () => ({ data: { ...me, memberships: [], active: null } }));
  await signIn("/home");

  expect(await screen.findByRole("heading", { name: "You are in no business" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Log out" })).toBeTruthy();
});

it("is not asked of whoever has one", async () => {
  server.on("GET /v1/auth/me", () => ({ data: me }));
  const { history } = await signIn("/invoices");

  await vi.waitFor(() => expect(history.location.pathname).toBe("/invoices"));
});
