import type { Invoice } from "@/features/invoices/api";
import { type Message, messagesOf } from "@/features/shared/messages";
import { dayOf, daysBetween } from "@/lib/dates";
import type { Reminder } from "../api";

/** How far ahead the plan is shown. */
export const DAYS = 90;

/** What keeps a customer's reminders back, and until which day when that is known. */
export type Hold = { reminder: Reminder; until: string | undefined };

/** What is to come for one customer when nobody pays. */
export type Row = {
  id: string;
  name: string;
  /** Those that are chased. */
  invoices: Invoice[];
  messages: Message[];
  hold: Hold | undefined;
  dues: string[];
  promises: string[];
  /** Invoices that go out by themselves. */
  sends: Invoice[];
};

/** One row per customer, the one with the soonest message first, those on hold last. */
export function rowsOfPlan(reminders: Reminder[], invoices: Invoice[], today: string): Row[] {
  const rows = new Map<string, Row>();
  const rowOf = (id: string, name: string) => {
    const known = rows.get(id);
    if (known) return known;
    const row: Row = {
      id,
      name,
      invoices: [],
      messages: [],
      hold: undefined,
      dues: [],
      promises: [],
      sends: [],
    };
    rows.set(id, row);
    return row;
  };
  for (const message of messagesOf(reminders.filter(({ status }) => status === "SCHEDULED"))) {
    const [first] = message.reminders;
    rowOf(first.contact_id, first.contact_name).messages.push(message);
  }
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]));
  for (const reminder of reminders.filter(({ status }) => status === "HELD")) {
    const row = rowOf(reminder.contact_id, reminder.contact_name);
    row.hold ??= { reminder, until: holdEnds(reminder, byId.get(reminder.invoice_id)) };
  }
  for (const invoice of invoices) {
    const isSent = invoice.status !== "SCHEDULED";
    const row = isSent
      ? rows.get(invoice.contact_id) // nothing is planned about an invoice that is not chased
      : rowOf(invoice.contact_id, invoice.contact_name);
    if (!row) continue;
    (isSent ? row.invoices : row.sends).push(invoice);
    if (isAhead(invoice.due_date, today)) row.dues.push(invoice.due_date);
    const promised = invoice.promise_to_pay_on;
    if (promised && isAhead(promised, today)) row.promises.push(promised);
  }
  return [...rows.values()].sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1));
}

function holdEnds(reminder: Reminder, invoice: Invoice | undefined): string | undefined {
  if (reminder.held_by === "PROMISED") return invoice?.promise_to_pay_on ?? undefined;
  const paused = reminder.held_by === "PAUSED" ? invoice?.reminders_paused_until : undefined;
  return paused ? dayOf(paused, reminder.timezone) : undefined;
}

/** After every instant. */
const NEVER = "~";

const firstOf = ({ messages, sends }: Row) =>
  [messages[0]?.at, sends[0]?.scheduled_send_at].filter(Boolean).sort()[0] ?? NEVER;

const isAhead = (day: string, today: string) => {
  const away = daysBetween(today, day);
  return away >= 0 && away < DAYS;
};

/** Where a day stands along the time that is shown, in percent; never past its end. */
export const placeOf = (day: string, today: string) =>
  Math.min(100, Math.max(0, (daysBetween(today, day) / DAYS) * 100));

const WORKING_DAY_RULES = new Set(["WEEKEND", "HOLIDAY"]);

/** The plan in numbers. */
export function sumOf(rows: Row[]) {
  const messages = rows.flatMap((row) => row.messages);
  return {
    messages: messages.length,
    customers: rows.filter((row) => row.messages.length > 0).length,
    together: messages.filter(({ reminders }) => reminders.length > 1).length,
    moved: messages.filter(({ reminders }) =>
      reminders.some(({ reasons }) => reasons.some(({ code }) => WORKING_DAY_RULES.has(code))),
    ).length,
  };
}
