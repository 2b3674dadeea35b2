import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { renderAt } from "@/test/renderAt";
import { business, me } from "@/test/samples";
import { server } from "@/test/server";
import { SettingsPage } from "./SettingsPage";

const show = (section: string) =>
  renderAt(`/settings/${section}`, { "/settings/$section": SettingsPage });

beforeEach(() => {
  server.on("GET /v1/tenant", () => ({ data: business }));
  server.on("GET /v1/auth/me", () => ({ data: me }));
});

describe("numbering", () => {
  beforeEach(() => {
    const series = { kind: "INVOICE", prefix: "INV-", padding: 4, next_value: 1001 };
    server.on("GET /v1/settings/numbering", () => ({
      data: [{ ...series, preview: "INV-1001" }],
    }));
    server.on("PATCH /v1/settings/numbering", () => ({
      data: { ...series, prefix: "LR-", preview: "LR-1001" },
    }));
  });

  it("shows the number while it is written and sends only what was changed", async () => {
    show("numbering");
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: /numbers: Invoices/ }));

    await user.clear(screen.getByLabelText("Begins with"));
    await user.type(screen.getByLabelText("Begins with"), "LR-");

    expect(screen.getByText("LR-1001")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(server.of("PATCH /v1/settings/numbering")[0]?.body).toEqual({
        kind: "INVOICE",
        prefix: "LR-",
      }),
    );
  });

  it("refuses to count backwards before asking", async () => {
    show("numbering");
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: /numbers: Invoices/ }));

    await user.clear(screen.getByLabelText("Next number"));
    await user.type(screen.getByLabelText("Next number"), "7");
    await user.click(screen.getByRole("button", { name: "Save" }));

    expect(await screen.findByText("Numbers only go forward: 1001 or more.")).toBeTruthy();
    expect(server.of("PATCH /v1/settings/numbering")).toHaveLength(0);
  });
});

it("adds a tax rate whose percent was written with a comma", async () => {
  server.on("GET /v1/tax-rates", () => ({ data: [] }));
  server.on("POST /v1/tax-rates", ({ body }) => ({ status: 201, data: body }));
  show("tax-rates");
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Add a rate" }));

  await user.type(screen.getByLabelText("Code"), "VAT8");
  await user.type(screen.getByLabelText("Name"), "VAT");
  await user.type(screen.getByLabelText("Percent"), "8,5");
  await user.click(screen.getByRole("button", { name: "Add" }));

  await waitFor(() =>
    expect(server.of("POST /v1/tax-rates")[0]?.body).toEqual({
      code: "VAT8",
      name: "VAT",
      percent: "8.5",
      is_default: false,
    }),
  );
});

it("shows why Stripe does not work, and keeps a key that was refused", async () => {
  const broken = {
    id: "0190a000-0000-7000-8000-00000000000d",
    provider: "stripe",
    kind: "PAYMENT",
    status: "ERROR",
    last_error: "The key was revoked",
    webhook_path: "/v1/webhooks/stripe/d",
  };
  server.on("GET /v1/integrations", () => ({ data: [broken] }));
  server.on("PUT /v1/integrations/stripe", () => ({
    status: 422,
    error: {
      code: "VALIDATION_ERROR",
      message: "Please correct the marked fields",
      details: [{ field: "secret_key", message: "No such key", code: "REFUSED_BY_PROVIDER" }],
    },
  }));
  show("payments");
  const user = userEvent.setup();
  expect(await screen.findByText(/The key was revoked/)).toBeTruthy();

  await user.click(screen.getByRole("button", { name: "Write new keys" }));
  await user.type(screen.getByLabelText("Secret key"), "sk_test_abcd1234");
  await user.click(screen.getByRole("button", { name: "Connect" }));

  expect(await screen.findByText("No such key")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Secret key").value).toBe("sk_test_abcd1234");
});

it("pauses all reminders to the end of a day, by the business's clock", async () => {
  server.on("GET /v1/reminder-policies", () => ({ data: [] }));
  server.on("GET /v1/holidays", () => ({ data: [] }));
  server.on("POST /v1/tenant/pause-reminders", () => ({
    data: { ...business, reminders_paused: true },
  }));
  show("reminders");
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Pause all" }));

  await user.type(screen.getByLabelText("Last day of the pause"), "2026-11-20");
  await user.click(screen.getByRole("button", { name: "Pause" }));

  await waitFor(() =>
    expect(server.of("POST /v1/tenant/pause-reminders")[0]?.body).toEqual({
      until: "2026-11-20T21:00:00.000Z",
    }),
  );
});

it("asks before it leaves what is not saved", async () => {
  const { history } = show("me");
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText("Your name"), " K");

  await user.click(screen.getByRole("link", { name: /Numbering/ }));

  expect(await screen.findByText("Leave without saving?")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Stay" }));
  expect(history.location.pathname).toBe("/settings/me");
  expect(screen.getByLabelText<HTMLInputElement>("Your name").value).toBe("Njeri Mwangi K");
});
