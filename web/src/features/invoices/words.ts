import { moment } from "@/lib/dates";
import type { Invoice, Reminder } from "./api";

const steps: Record<string, string> = {
  PRE_3: "Friendly note",
  REMINDER_1: "First reminder",
  REMINDER_2: "Second reminder",
  FINAL: "Final reminder",
};

const channels: Record<Reminder["channel"], string> = {
  EMAIL: "e-mail",
  SMS: "SMS",
  WHATSAPP: "WhatsApp",
};

const holds: Record<string, string> = {
  DISPUTED: "The customer disputes it. Reminders wait until that is settled.",
  SWITCHED_OFF: "Reminders are switched off.",
  CONTACT: "This customer gets no reminders.",
  PAUSED: "Reminders are paused.",
};

export const stepName = (key: string) =>
  steps[key] ?? (key.startsWith("EXTRA") ? "Another reminder" : key);

export const channelName = (channel: Reminder["channel"]) => channels[channel];

export const holdWords = (by: string) => holds[by] ?? "Reminders wait.";

/** "Reminder Mon 30 Nov, 09:00": what Duespark does next with it, in a list's cell. */
export function nextWords(invoice: Invoice, zone: string, today: string): string {
  if (invoice.send_state === "SENDING") return "On its way";
  if (invoice.send_state === "FAILED") return "Was not sent";
  if (invoice.send_state === "UNKNOWN") return "Duespark asks the mail service";
  if (invoice.scheduled_send_at && invoice.status === "SCHEDULED") {
    return `Goes out ${moment(invoice.scheduled_send_at, zone, today)}`;
  }
  if (invoice.status === "DRAFT") return "Ready to send";
  if (invoice.status === "PAID") {
    return invoice.paid_at ? `None: paid ${moment(invoice.paid_at, zone, today)}` : "None: paid";
  }
  if (invoice.next_reminder) {
    const { step_key, send_at } = invoice.next_reminder;
    const what = step_key.startsWith("PRE") ? "Note" : "Reminder";
    return `${what} ${moment(send_at, zone, today)}`;
  }
  if (invoice.dispute_state === "OPEN") return "On hold until settled";
  if (invoice.reminders_paused) return "Reminders wait";
  if (invoice.ar_stage === "COLLECTIONS") return "Yours: all reminders went out";
  return "";
}
