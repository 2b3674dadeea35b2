import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { api } from "@/lib/api/client";
import { AllowMailDialog } from "./AllowMailDialog";
import type { Contact } from "./api";

vi.mock("@/lib/api/session", () => ({ session: { token: async () => null } }));

const nyota = {
  id: "c1",
  display_name: "Nyota Dental",
  suppressed_channels: ["EMAIL"],
  suppressions: [{ channel: "EMAIL", reason: "HARD_BOUNCE" }],
} as Partial<Contact> as Contact;

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test("says why, asks for a word, and sends it", async () => {
  const onClose = vi.fn();
  const post = vi
    .spyOn(api, "POST")
    .mockResolvedValue({ data: { data: nyota, meta: { request_id: "r" } } } as never);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AllowMailDialog contact={nyota} onClose={onClose} />
    </QueryClientProvider>,
  );

  expect(screen.getByText(/a message came back/)).toBeDefined();
  const allow = screen.getByRole("button", { name: "Allow e-mail again" });
  expect(allow).toHaveProperty("disabled", true);

  await userEvent.type(screen.getByLabelText("Why they may be written to again"), " They called ");
  await userEvent.click(allow);

  expect(post).toHaveBeenCalledWith("/v1/contacts/{id}/channels/{channel}/unmute", {
    params: { path: { id: "c1", channel: "EMAIL" } },
    body: { note: "They called" },
  });
  expect(onClose).toHaveBeenCalled();
});
