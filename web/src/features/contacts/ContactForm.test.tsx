import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { api } from "@/lib/api/client";
import { ApiError } from "@/lib/api/problem";
import type { Contact } from "./api";
import { EditContact, NewContact } from "./ContactForm";

vi.mock("@/lib/api/session", () => ({ session: { token: async () => null } }));

const nyota: Contact = {
  id: "c1",
  code: "C-1",
  type: "CUSTOMER",
  display_name: "Nyota Dental",
  email: "hello@nyota.example",
  payment_terms: "CUSTOM",
  payment_terms_days: 21,
  send_reminders: true,
  status: "ACTIVE",
  tags: ["clinic", "nairobi"],
  allowed_actions: ["update"],
  created_at: "2026-11-01T08:00:00Z",
  updated_at: "2026-11-01T08:00:00Z",
  financial_summary: {
    by_currency: [],
    currency: "KES",
    outstanding_balance: "0.00",
    overdue_balance: "0.00",
    payment_history: [],
    payment_status: "GOOD",
    total_billed: "0.00",
    total_invoices: 0,
    total_paid: "0.00",
  },
  recent_invoices: [],
  recent_payments: [],
  reminders_paused: false,
  suppressed_channels: [],
  suppressions: [],
  version: 3,
};

const refusal = (status: number, error: object) =>
  ApiError.from(new Response(JSON.stringify({ error, meta: {} }), { status }));

const answer = (contact: Contact) =>
  ({ data: { data: contact, meta: { request_id: "r" } } }) as never;

const onSaved = vi.fn();
const onClose = vi.fn();

beforeEach(() => {
  onSaved.mockClear();
  onClose.mockClear();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open(contact?: Contact) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      {contact ? (
        <EditContact contact={contact} onClose={onClose} />
      ) : (
        <NewContact onClose={onClose} onSaved={onSaved} />
      )}
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const press = (name: string) => screen.getByRole("button", { name });

test("asks for a name before it asks the server", async () => {
  const post = vi.spyOn(api, "POST");
  const user = open();

  await user.type(field("E-mail"), "nobody");
  await user.click(press("Add contact"));

  expect(await screen.findByText("Who is it?")).toBeTruthy();
  expect(screen.getByText("Write an address like name@example.com.")).toBeTruthy();
  expect(post).not.toHaveBeenCalled();
});

test("sends what was written, and null for the rest", async () => {
  const post = vi.spyOn(api, "POST").mockResolvedValue(answer(nyota));
  const user = open();

  await user.type(field("Name"), " Nyota Dental ");
  await user.selectOptions(field("Time to pay"), "CUSTOM");
  await user.type(field("Days"), "21");
  await user.click(press("Add contact"));

  await vi.waitFor(() => expect(onSaved).toHaveBeenCalledExactlyOnceWith(nyota));
  expect(post.mock.calls[0]?.[1]).toMatchObject({
    body: {
      display_name: "Nyota Dental",
      email: null,
      payment_terms: "CUSTOM",
      payment_terms_days: 21,
      preferred_payment_method: null,
      send_reminders: true,
      tags: [],
    },
  });
});

test("changes only what somebody changed", async () => {
  const patch = vi.spyOn(api, "PATCH").mockResolvedValue(answer(nyota));
  const user = open(nyota);

  await user.clear(field("E-mail"));
  await user.click(press("Save"));

  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(patch.mock.calls[0]?.[1]).toMatchObject({
    params: { header: { "If-Match": "3" } },
  });
  expect(patch.mock.calls[0]?.[1]).toHaveProperty("body", { email: null });
});

test("puts a refusal at its field, unfolding what hides it", async () => {
  vi.spyOn(api, "POST").mockRejectedValue(
    await refusal(422, {
      code: "VALIDATION_ERROR",
      message: "Please correct the marked fields",
      details: [{ field: "tax_id", code: "FORMAT", message: "This is no tax number" }],
    }),
  );
  const user = open();

  await user.type(field("Name"), "Nyota");
  await user.click(press("Add contact"));

  expect(await screen.findByText("This is no tax number")).toBeTruthy();
  expect(field("Tax number").closest("details")?.open).toBe(true);
  expect(field("Name").value).toBe("Nyota");
  expect(onSaved).not.toHaveBeenCalled();
});

test("puts mine on top of what somebody else saved meanwhile", async () => {
  const newer = { ...nyota, display_name: "Nyota Dental Clinic", version: 4 };
  const patch = vi
    .spyOn(api, "PATCH")
    .mockRejectedValueOnce(
      await refusal(409, {
        code: "CONFLICT",
        message: "It was changed by somebody else meanwhile",
        details: [],
        latest: newer,
      }),
    )
    .mockResolvedValueOnce(answer({ ...newer, version: 5 }));
  const user = open(nyota);

  await user.type(field("Name"), " Ltd");
  await user.click(press("Save"));
  expect(await screen.findByText("Nyota Dental Clinic")).toBeTruthy();
  await user.click(await screen.findByRole("button", { name: "Put mine on top" }));

  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(patch.mock.calls[1]?.[1]).toMatchObject({
    params: { header: { "If-Match": "4" } },
    body: { display_name: "Nyota Dental Ltd" },
  });
});

test("asks before it throws away what was written", async () => {
  const user = open();

  await user.type(field("Name"), "Nyota");
  await user.keyboard("{Escape}");
  expect(onClose).not.toHaveBeenCalled();
  await user.click(press("Keep writing"));
  expect(field("Name").value).toBe("Nyota");

  await user.click(press("Cancel"));
  await user.click(press("Throw it away"));
  expect(onClose).toHaveBeenCalledOnce();
});
