import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { renderAt } from "@/test/renderAt";
import { business, me } from "@/test/samples";
import { server } from "@/test/server";
import type { ApiKey } from "../api";
import { SettingsPage } from "../SettingsPage";

const shop: ApiKey = {
  id: "0190a000-0000-7000-8000-0000000000a1",
  name: "Web shop",
  prefix: "dsk_live_",
  last_four: "9fQ2",
  scopes: ["contacts:read", "invoices:read", "invoices:send"],
  status: "ACTIVE",
  created_by: me.id,
  created_by_name: "Njeri Mwangi",
  created_at: "2026-11-02T06:00:00Z",
  expires_at: "2027-11-02T06:00:00Z",
  last_used_at: "2026-11-17T06:30:00Z",
};

const SECRET = "dsk_live_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

const show = () => renderAt("/settings/api-keys", { "/settings/$section": SettingsPage });

beforeEach(() => {
  server.on("GET /v1/tenant", () => ({ data: business }));
  server.on("GET /v1/auth/me", () => ({ data: me }));
  server.on("GET /v1/api-keys", () => ({ data: [shop] }));
});

describe("the list", () => {
  it("says of each key what it may do, by whom it was made and when it was used", async () => {
    show();

    const row = (await screen.findByText("Web shop")).closest("li");

    expect(row?.textContent).toContain("dsk_live_…9fQ2");
    expect(row?.textContent).toContain("Contacts: read. Invoices: read, send.");
    expect(row?.textContent).toContain("Made by Njeri Mwangi, 2 Nov 2026");
    expect(row?.textContent).toContain("last used 17 Nov 2026, 09:30");
    expect(row?.textContent).toContain("until 2 Nov 2027");
  });

  it("says why a key is refused, and offers to revoke only what still may open something", async () => {
    const others = (["REVOKED", "EXPIRED", "MAKER_LEFT"] as const).map((status, i) => ({
      ...shop,
      id: `0190a000-0000-7000-8000-0000000000b${i}`,
      name: status,
      status,
    }));
    server.on("GET /v1/api-keys", () => ({ data: others }));
    show();

    expect(await screen.findByText("Revoked")).toBeTruthy();
    expect(screen.getByText("Expired")).toBeTruthy();
    expect(screen.getByText("Off: its maker is no administrator")).toBeTruthy();
    expect(screen.getAllByRole("button", { name: /^Revoke/ })).toHaveLength(1);
    expect(screen.getByRole("button", { name: "Revoke MAKER_LEFT" })).toBeTruthy();
  });

  it("says that there are none", async () => {
    server.on("GET /v1/api-keys", () => ({ data: [] }));
    show();

    expect(await screen.findByText(/No keys yet/)).toBeTruthy();
  });

  it("says what goes on when it does not load", async () => {
    server.on("GET /v1/api-keys", () => ({
      status: 422,
      error: { code: "VALIDATION_ERROR", message: "No", details: [] },
    }));
    show();

    expect(await screen.findByText(/The keys did not load/)).toBeTruthy();
  });

  it("is closed to whoever may not change the business, and asks nothing", async () => {
    server.on("GET /v1/tenant", () => ({ data: { ...business, allowed_actions: [] } }));
    show();

    expect(await screen.findByText(/Your role does not open this page/)).toBeTruthy();
    expect(server.of("GET /v1/api-keys")).toHaveLength(0);
  });
});

describe("a new key", () => {
  async function fill(user: ReturnType<typeof userEvent.setup>) {
    await user.click(await screen.findByRole("button", { name: "New key" }));
    await user.type(screen.getByLabelText("Name"), "Reports");
    const invoices = screen.getByRole("group", { name: "Invoices" });
    await user.click(within(invoices).getByLabelText("read"));
    await user.click(
      within(screen.getByRole("group", { name: "Payments" })).getByLabelText("read"),
    );
  }

  it("is asked for with what was chosen, shown once, and guarded until it is copied", async () => {
    server.on("POST /v1/api-keys", () => ({ status: 201, data: { key: shop, secret: SECRET } }));
    show();
    const user = userEvent.setup();
    await fill(user);
    await user.selectOptions(screen.getByLabelText("It works for"), "Until it is revoked");
    await user.click(screen.getByRole("button", { name: "Make the key" }));

    const field = await screen.findByLabelText<HTMLInputElement>("Your key");
    expect(field.value).toBe(SECRET);
    expect(server.of("POST /v1/api-keys")[0]?.body).toEqual({
      name: "Reports",
      scopes: ["invoices:read", "payments:read"],
      expires_at: null,
    });

    await user.keyboard("{Escape}");
    expect(await screen.findByText(/It is not copied yet/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Copy" }));
    expect(await screen.findByText("Copied.")).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(SECRET);
    await user.click(screen.getByRole("button", { name: "Done" }));

    await waitFor(() => expect(screen.queryByLabelText("Your key")).toBeNull());
    expect(document.body.textContent).not.toContain(SECRET);
  });

  it("ends after the days that were chosen", async () => {
    server.on("POST /v1/api-keys", () => ({ status: 201, data: { key: shop, secret: SECRET } }));
    show();
    const user = userEvent.setup();
    await fill(user);
    await user.selectOptions(screen.getByLabelText("It works for"), "30 days");
    const before = Date.now();
    await user.click(screen.getByRole("button", { name: "Make the key" }));
    await screen.findByLabelText("Your key");

    const asked = server.of("POST /v1/api-keys").map(({ body }) => body as { expires_at: string });
    const days = (Date.parse(asked[0]?.expires_at ?? "") - before) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(30);
    expect(days).toBeLessThan(30.01);
  });

  it("needs a name and something to do", async () => {
    show();
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "New key" }));
    await user.click(screen.getByRole("button", { name: "Make the key" }));

    expect(await screen.findByText("Write what the key is for.")).toBeTruthy();
    expect(screen.getByText("Choose at least one thing.")).toBeTruthy();
    expect(server.of("POST /v1/api-keys")).toHaveLength(0);
  });

  it("says that there are enough, and keeps what was written", async () => {
    server.on("POST /v1/api-keys", () => ({
      status: 409,
      error: {
        code: "CONFLICT",
        message: "At most 20 keys; revoke one first",
        details: [{ field: "", message: "At most 20 keys; revoke one first", code: "TOO_MANY" }],
      },
    }));
    show();
    const user = userEvent.setup();
    await fill(user);
    await user.click(screen.getByRole("button", { name: "Make the key" }));

    expect(await screen.findByText("At most 20 keys; revoke one first")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Reports");
  });

  it("whose answer was lost is to be revoked", async () => {
    server.on("POST /v1/api-keys", () => ({ status: 201, data: { key: shop, secret: null } }));
    show();
    const user = userEvent.setup();
    await fill(user);
    await user.click(screen.getByRole("button", { name: "Make the key" }));

    expect(await screen.findByText(/the answer got lost/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Done" }));
    await waitFor(() => expect(screen.queryByText(/the answer got lost/)).toBeNull());
  });
});

it("revokes a key after asking", async () => {
  server.on(`DELETE /v1/api-keys/${shop.id}`, () => ({ data: { ...shop, status: "REVOKED" } }));
  show();
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Revoke Web shop" }));
  const dialog = await screen.findByRole("dialog", { name: "Revoke this key?" });

  await user.click(within(dialog).getByRole("button", { name: "Keep it" }));
  expect(server.of(`DELETE /v1/api-keys/${shop.id}`)).toHaveLength(0);

  await user.click(screen.getByRole("button", { name: "Revoke Web shop" }));
  await user.click(screen.getByRole("button", { name: "Revoke" }));
  await waitFor(() => expect(server.of(`DELETE /v1/api-keys/${shop.id}`)).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});
