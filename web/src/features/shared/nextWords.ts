import type { Invoice } from "@/features/invoices/api";
import { moment } from "@/lib/dates";
import { t } from "./locales";

/** "Reminder Mon 30 Nov, 09:00": what Duespark does next with it, in a list's cell. */
export function nextWords(invoice: Invoice, zone: string, today: string): string {
  if (invoice.send_state === "SENDING") return t("On its way");
  if (invoice.send_state === "FAILED") return t("Was not sent");
  if (invoice.send_state === "UNKNOWN") return t("Duespark asks the mail service");
  if (invoice.scheduled_send_at && invoice.status === "SCHEDULED") {
    return t("Goes out {moment}", { moment: moment(invoice.scheduled_send_at, zone, today) });
  }
  if (invoice.status === "DRAFT") return t("Ready to send");
  if (invoice.status === "PAID") {
    return invoice.paid_at
      ? t("None: paid {moment}", { moment: moment(invoice.paid_at, zone, today) })
      : t("None: paid");
  }
  if (invoice.next_reminder) {
    const { step_key, send_at } = invoice.next_reminder;
    const at = moment(send_at, zone, today);
    return step_key.startsWith("PRE")
      ? t("Note {moment}", { moment: at })
      : t("Reminder {moment}", { moment: at });
  }
  if (invoice.dispute_state === "OPEN") return t("On hold until settled");
  if (invoice.reminders_paused) return t("Reminders wait");
  if (invoice.ar_stage === "COLLECTIONS") return t("Yours: all reminders went out");
  return "";
}
