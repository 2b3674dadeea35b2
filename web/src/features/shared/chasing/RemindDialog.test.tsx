import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { Invoice } from "@/features/invoices/api";
import { businessQuery } from "@/features/tenants/api";
import { api } from "@/lib/api/client";
import { ApiError } from "@/lib/api/problem";
import { RemindDialog } from "./RemindDialog";

vi.mock("@/lib/api/session", () => ({ session: { token: async () => null } }));

const TODAY = "2026-11-17";

const invoice = {
  id: "i1",
  contact_name: "Savanna Bloom",
  ar_stage: "REMINDER_1",
  promise_to_pay_on: null,
} as Invoice;

const refusal = (...codes: string[]) =>
  ApiError.from(
    new Response(
      JSON.stringify({
        error: {
          code: "CONFIRMATION_REQUIRED",
          message: "Please confirm",
          details: codes.map((code) => ({ field: "acknowledge", code, message: code })),
        },
        meta: {},
      }),
      { status: 409 },
    ),
  );

const sent = { data: { data: { outcome: "SENT", reminder: null } } } as never;

const onClose = vi.fn();
/** What was asked of the reminder's address, in order. */
let asked: { acknowledge: string[]; key: string }[] = [];

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  onClose.mockClear();
  asked = [];
});

function open(of: Invoice, answers: (Promise<unknown> | unknown)[]) {
  vi.spyOn(api, "POST").mockImplementation((async (path: string, options: never) => {
    if (path === "/v1/reminders/preview")
      return { data: { data: { to: [], subject: "", html: "" } } };
    const { body, params } = options as {
      body: { acknowledge: string[] };
      params: { header: { "Idempotency-Key": string } };
    };
    asked.push({ acknowledge: body.acknowledge, key: params.header["Idempotency-Key"] });
    const answer = await answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  }) as never);
  const client = new QueryClient();
  client.setQueryData(businessQuery.queryKey, {
    today: TODAY,
    timezone: "Africa/Nairobi",
  } as never);
  render(
    <QueryClientProvider client={client}>
      <RemindDialog invoice={of} onClose={onClose} />
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const press = (name: string) => screen.getByRole("button", { name });

it("sends at once where nothing needs to be confirmed", async () => {
  const user = open(invoice, [sent]);

  await user.click(press("Send now"));

  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked.map(({ acknowledge }) => acknowledge)).toEqual([[]]);
});

it("says each warning and sends anyway only with it, as another intent", async () => {
  const user = open(invoice, [refusal("CAP", "OUTSIDE_WINDOW"), sent]);

  await user.click(press("Send now"));
  await screen.findByText("It is outside the hours in which this customer is written to.");
  expect(onClose).not.toHaveBeenCalled();
  await user.click(press("Send anyway"));

  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked.map(({ acknowledge }) => acknowledge)).toEqual([[], ["CAP", "OUTSIDE_WINDOW"]]);
  expect(asked[0]?.key).not.toBe(asked[1]?.key);
});

it("asks about a promise first, and the last button waits for it", async () => {
  const user = open({ ...invoice, promise_to_pay_on: "2026-11-20" }, []);

  await user.click(press("Wait for Fri 20 Nov"));

  expect(screen.getByText("They promised to pay, and that day has not passed.")).toBeTruthy();
  expect(onClose).toHaveBeenCalled();
  expect(asked).toEqual([]);
});

it("does not ask about a promise that has passed", () => {
  open({ ...invoice, promise_to_pay_on: "2026-11-16" }, []);

  expect(press("Send now")).toBeTruthy();
});

it("says a refusal that nothing acknowledges", async () => {
  const disputed = ApiError.from(
    new Response(
      JSON.stringify({
        error: { code: "CONFLICT", message: "The invoice is disputed", details: [] },
        meta: {},
      }),
      { status: 409 },
    ),
  );
  const user = open(invoice, [disputed]);

  await user.click(press("Send now"));

  expect(await screen.findByText("The invoice is disputed")).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
});
