import type { Reminder } from "@/features/reminders/api";
import { dayOf } from "@/lib/dates";

/** Reminders of one customer that go out, or went out, together. */
export type Message = { key: string; at: string; reminders: [Reminder, ...Reminder[]] };

const together = (row: Reminder) =>
  row.delivery_id ?? `${row.contact_id} ${row.channel} ${row.status} ${row.send_at}`;

/** The reminders as messages, in the order in which their first stands. */
export function messagesOf(rows: Reminder[]): Message[] {
  const messages = new Map<string, Message>();
  for (const row of rows) {
    const key = together(row);
    const known = messages.get(key);
    if (known) known.reminders.push(row);
    else messages.set(key, { key, at: row.sent_at ?? row.send_at, reminders: [row] });
  }
  return [...messages.values()];
}

export type Day = { day: string; messages: Message[] };

/** The messages under their days, in the business's zone. */
export function daysOf(messages: Message[], zone: string): Day[] {
  const days = new Map<string, Message[]>();
  for (const message of messages) {
    const day = dayOf(message.at, zone);
    const known = days.get(day);
    if (known) known.push(message);
    else days.set(day, [message]);
  }
  return [...days].map(([day, those]) => ({ day, messages: those }));
}
