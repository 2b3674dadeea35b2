import { expect, test } from "vitest";
import type { Invoice } from "@/features/invoices/api";
import type { Reminder } from "@/features/reminders/api";
import { storyOf } from "./story";

const invoice = {
  id: "i1",
  invoice_number: "INV-0131",
  status: "SENT",
  sent_at: "2026-10-24T07:06:00Z",
  due_date: "2026-11-07",
  total: "100.00",
  currency: "KES",
} as Invoice;

const reminder = (more: Partial<Reminder>) =>
  ({
    id: "r1",
    contact_id: "c1",
    channel: "EMAIL",
    step_key: "REMINDER_1",
    status: "SENT",
    send_at: "2026-11-10T06:00:00Z",
    reasons: [],
    ...more,
  }) as Reminder;

const payment = {
  id: "p1",
  invoice_id: "i1",
  amount: "40.00",
  currency: "KES",
  paid_at: "2026-11-12T07:18:00Z",
};

const tell = (rows: Partial<Parameters<typeof storyOf>[0]>) =>
  storyOf({ invoices: [], payments: [], reminders: [], ...rows }, "Africa/Nairobi", "2026-11-17");

test("stands in order of time, the plan apart", () => {
  const { past, plan } = tell({
    invoices: [invoice],
    payments: [payment],
    reminders: [
      reminder({ id: "r3", status: "SCHEDULED", send_at: "2026-11-23T06:00:00Z" }),
      reminder({ id: "r1", sent_at: "2026-11-10T06:00:02Z" }),
      reminder({ id: "r2", status: "SKIPPED", send_at: "2026-11-16T06:00:00Z" }),
    ],
  });

  expect(past.map((fact) => fact.mark)).toEqual(["done", "late", "done", "money", "not"]);
  expect(past[0]).toMatchObject({ time: "10:06" });
  expect(past[1]?.time).toBeUndefined();
  expect(plan.map((fact) => fact.mark)).toEqual(["planned"]);
});

test("a due day that is not over is plan, one of a paid invoice is nothing", () => {
  const open = { ...invoice, due_date: "2026-11-17" };
  expect(tell({ invoices: [open] }).plan.map((fact) => fact.key)).toEqual(["i1 due"]);

  const paid = { ...invoice, status: "PAID" as const };
  expect(tell({ invoices: [paid] }).past.map((fact) => fact.key)).toEqual(["i1 sent"]);
});

test("what is held stays in the plan even when its moment has passed", () => {
  const held = reminder({ status: "HELD", held_by: "PAUSED", send_at: "2026-11-14T06:00:00Z" });

  const { past, plan } = tell({ reminders: [held] });

  expect(past).toEqual([]);
  expect(plan.map((fact) => fact.mark)).toEqual(["held"]);
});

test("says nothing of drafts, of reminders called off, of money that has no day", () => {
  const draft = { id: "i2", status: "DRAFT", due_date: "2026-12-01", total: "1.00" } as Invoice;

  const { past, plan } = tell({
    invoices: [draft],
    payments: [{ id: "p2", amount: "1.00", currency: "KES" }],
    reminders: [reminder({ status: "CANCELED" })],
  });

  expect([...past, ...plan]).toEqual([]);
});
