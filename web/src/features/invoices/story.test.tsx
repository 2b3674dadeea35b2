import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Delivery, Invoice, Payment, Reminder } from "./api";
import { storyOf } from "./story";

const TODAY = "2026-11-17";

const invoice = (change: Partial<Invoice> = {}) =>
  ({
    id: "i",
    created_at: "2026-10-24T06:00:00Z",
    sent_at: "2026-10-24T07:06:00Z",
    due_date: "2026-11-07",
    is_overdue: true,
    status: "OVERDUE",
    ...change,
  }) as Invoice;

const reminder = (change: Partial<Reminder>) =>
  ({
    id: change.step_key,
    channel: "EMAIL",
    tone: "FRIENDLY",
    reasons: [{ code: "OFFSET", words: "3 days after the due day" }],
    ...change,
  }) as Reminder;

const mail = { id: "d", type: "INVOICE_SENT", status: "SENT", channel: "EMAIL" };

const story = (facts: {
  invoice?: Invoice;
  reminders?: Reminder[];
  payments?: Payment[];
  deliveries?: Delivery[];
  zone?: string;
}) =>
  storyOf(
    { invoice: invoice(), reminders: [], payments: [], deliveries: [], ...facts },
    facts.zone ?? "Africa/Nairobi",
    TODAY,
  );

const told = (deliveries: Partial<Delivery>[], change: Partial<Invoice> = {}) => {
  const { past } = story({
    invoice: invoice({ updated_at: "2026-10-24T07:06:00Z", ...change }),
    deliveries: deliveries.map((row) => ({ ...mail, sent_to: "a@b.example", ...row }) as Delivery),
  });
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      {past.find((fact) => fact.key === "d")?.children}
    </QueryClientProvider>,
  );
};

describe("the story of an invoice", () => {
  it("says why a mail came back", () => {
    const bounced = {
      status: "BOUNCED",
      sent_at: "2026-10-24T07:06:00Z",
      delivered_at: "2026-10-24T07:07:00Z",
      error: "The address does not exist",
    };

    expect(told([bounced])).toContain("It came back. The address does not exist.");
  });

  it("lets who may decide about a mail whose answer was lost", () => {
    const lost = [{ status: "UNKNOWN" }];

    expect(told(lost, { allowed_actions: ["resolve_delivery"] })).toContain("Send it again");
    expect(told(lost, { allowed_actions: [] })).not.toContain("Send it again");
  });

  it("tells what happened in order, and what is planned below", () => {
    const { past, plan } = story({
      deliveries: [
        { ...mail, sent_to: "a@b.example", sent_at: "2026-10-24T07:06:00Z" } as Delivery,
      ],
      reminders: [
        reminder({ step_key: "REMINDER_2", status: "SCHEDULED", send_at: "2026-11-23T06:00:00Z" }),
        reminder({
          step_key: "REMINDER_1",
          status: "SENT",
          send_at: "2026-11-10T06:00:00Z",
          sent_at: "2026-11-10T06:00:01Z",
        }),
      ],
    });

    expect(past.map((fact) => fact.key)).toEqual(["created", "d", "due", "REMINDER_1"]);
    expect(plan.map((fact) => fact.key)).toEqual(["REMINDER_2"]);
    expect(plan[0]?.time).toBe("09:00");
  });

  it("tells what was not sent, and hides what a payment made needless", () => {
    const { past } = story({
      reminders: [
        reminder({ step_key: "PRE_3", status: "SKIPPED", send_at: "2026-11-04T06:00:00Z" }),
        reminder({ step_key: "FINAL", status: "CANCELED", send_at: "2026-11-30T06:00:00Z" }),
      ],
    });

    expect(past.find((fact) => fact.key === "PRE_3")?.mark).toBe("not");
    expect(past.some((fact) => fact.key === "FINAL")).toBe(false);
  });

  it("never says that a due date passed when it was paid before", () => {
    const { past, plan } = story({
      invoice: invoice({ is_overdue: false, status: "PAID", paid_at: "2026-11-05T08:00:00Z" }),
    });

    expect([...past, ...plan].some((fact) => fact.key === "due")).toBe(false);
    expect(past.at(-1)?.mark).toBe("money");
  });

  it("tells the payment before the end that it brings", () => {
    const at = "2026-11-05T08:00:00Z";
    const paid = { amount: "5.00", currency: "KES", status: "SUCCEEDED", method_label: "Card" };

    const { past } = story({
      invoice: invoice({ is_overdue: false, status: "PAID", paid_at: at }),
      payments: [{ ...paid, id: "p", paid_at: at } as Payment],
    });

    expect(past.map((fact) => fact.key)).toEqual(["created", "p", "paid"]);
  });

  it("keeps a due day that is to come in the plan", () => {
    const { plan } = story({
      invoice: invoice({ is_overdue: false, status: "SENT", due_date: "2026-11-20" }),
    });

    expect(plan.map((fact) => [fact.key, fact.mark])).toEqual([["due", "planned"]]);
  });

  it("counts days where the business is: an evening in Los Angeles is still today", () => {
    const paid = { id: "p", amount: "5.00", currency: "USD", status: "SUCCEEDED" };
    const { past, plan } = story({
      zone: "America/Los_Angeles",
      invoice: invoice({ due_date: TODAY, status: "PAID", paid_at: "2026-11-18T01:00:00Z" }),
      payments: [{ ...paid, paid_at: "2026-11-18T01:00:00Z", method_label: "Card" } as Payment],
    });

    expect(plan).toEqual([]);
    expect(past.map((fact) => fact.key)).not.toContain("due");
    expect(past.at(-1)?.day).toBe("Tue 17 Nov");
  });
});
