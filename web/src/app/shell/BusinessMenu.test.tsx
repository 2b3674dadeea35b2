import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { Toasts } from "@/components/ui/Toasts";
import { page } from "@/lib/page";
import { renderAt } from "@/test/renderAt";
import { business, me } from "@/test/samples";
import { server } from "@/test/server";
import BusinessMenu from "./BusinessMenu";
import { logOut } from "./logOut";

const SWITCH = "POST /v1/auth/switch-tenant";
const OTHER = "0190a000-0000-7000-8000-0000000000ff";
const opened = vi.spyOn(page, "open").mockImplementation(() => {});

const membership = (tenant_id: string, name: string) =>
  ({ tenant_id, name, kind: "LIVE", role: "OWNER" }) as (typeof me.memberships)[number];

beforeEach(() => {
  opened.mockClear();
  const memberships = [membership(business.id, business.name), membership(OTHER, "Savanna")];
  server.on("GET /v1/tenant", () => ({ data: business }));
  server.on("GET /v1/auth/me", () => ({ data: { ...me, memberships } }));
});

async function choose(name: string) {
  renderAt("/", {
    "/": () => (
      <>
        <BusinessMenu />
        <Toasts />
      </>
    ),
  });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Lantana/ }));
  await user.click(await screen.findByRole("menuitem", { name: new RegExp(name) }));
}

it("opens another business in a fresh page", async () => {
  server.on(SWITCH, () => ({ data: { access_token: "t", expires_in: 900, tenant_id: OTHER } }));

  await choose("Savanna");

  await vi.waitFor(() => expect(opened).toHaveBeenCalledExactlyOnceWith("/home"));
  expect(server.of(SWITCH)[0]?.body).toEqual({ tenant_id: OTHER });
});

it("says when a business does not open", async () => {
  server.on(SWITCH, () => ({ status: 404, error: { message: "Business not found." } }));

  await choose("Savanna");

  await screen.findByText("Savanna did not open. Business not found.");
  expect(opened).not.toHaveBeenCalled();
});

it("says when logging out fails", async () => {
  server.on("POST /v1/auth/logout", () => ({ status: 500, error: { message: "Try later." } }));
  render(<Toasts />);

  await logOut();

  await screen.findByText("You are still signed in. Try later.");
});
