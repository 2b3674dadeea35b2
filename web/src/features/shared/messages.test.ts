import { expect, test } from "vitest";
import type { Reminder } from "@/features/reminders/api";
import { daysOf, messagesOf } from "./messages";

const planned = (id: string, more: Partial<Reminder> = {}): Reminder => ({
  id,
  allowed_actions: [],
  channel: "EMAIL",
  contact_id: "redthorn",
  contact_name: "Redthorn Logistics",
  cycle: 0,
  invoice_id: `invoice-${id}`,
  origin: "POLICY",
  reasons: [],
  send_at: "2026-11-17T11:00:00Z",
  stage: "REMINDER_1",
  status: "SCHEDULED",
  step_key: "REMINDER_1",
  timezone: "Africa/Nairobi",
  tone: "NEUTRAL",
  version: 1,
  ...more,
});

const ids = (rows: Reminder[]) => messagesOf(rows).map((m) => m.reminders.map((row) => row.id));

test("invoices of one customer at one moment are one message", () => {
  expect(
    ids([
      planned("a"),
      planned("b", { contact_id: "kilele" }),
      planned("c"),
      planned("d", { channel: "SMS" }),
      planned("e", { send_at: "2026-11-18T11:00:00Z" }),
      planned("f", { status: "SKIPPED" }),
    ]),
  ).toEqual([["a", "c"], ["b"], ["d"], ["e"], ["f"]]);
});

test("what was sent in one delivery stays one message, whatever its slots were", () => {
  const sent = { status: "SENT", delivery_id: "d1", sent_at: "2026-11-17T11:00:02Z" } as const;

  expect(
    ids([
      planned("a", sent),
      planned("b", { ...sent, send_at: "2026-11-16T11:00:00Z" }),
      planned("c", { ...sent, delivery_id: "d2" }),
    ]),
  ).toEqual([["a", "b"], ["c"]]);
});

test("days are those of the business, each once", () => {
  const late = planned("a", { send_at: "2026-11-17T22:30:00Z" });
  const early = planned("b", { send_at: "2026-11-17T06:00:00Z", contact_id: "kilele" });
  const next = planned("c", { send_at: "2026-11-18T06:00:00Z", contact_id: "kilele" });

  const days = daysOf(messagesOf([late, early, next]), "Africa/Nairobi");

  expect(days.map((one) => [one.day, one.messages.length])).toEqual([
    ["2026-11-18", 2],
    ["2026-11-17", 1],
  ]);
});
