import { type Shape, StatusPill, type Tone } from "@/components/ui/StatusPill";
import type { Invoice } from "@/features/invoices/api";
import { later, t } from "./locales";

type Look = { word: () => string; tone: Tone; shape: Shape };

type Status = Invoice["status"];

const looks: Record<Status, Look> = {
  DRAFT: { word: later("Draft"), tone: "quiet", shape: "dashed" },
  SCHEDULED: { word: later("Scheduled"), tone: "plan", shape: "clock" },
  SENT: { word: later("Sent"), tone: "quiet", shape: "ring" },
  PARTIALLY_PAID: { word: later("Partly paid"), tone: "part", shape: "half" },
  OVERDUE: { word: later("Overdue @one"), tone: "late", shape: "triangle" },
  PAID: { word: later("Paid"), tone: "paid", shape: "tick" },
  VOID: { word: later("Void"), tone: "quiet", shape: "struck" },
  WRITTEN_OFF: { word: later("Written off"), tone: "quiet", shape: "struck" },
};

const sending: Partial<Record<Invoice["send_state"], Look>> = {
  SENDING: { word: later("Sending"), tone: "plan", shape: "clock" },
  FAILED: { word: later("Not sent"), tone: "late", shape: "triangle" },
  UNKNOWN: { word: later("Not known yet"), tone: "plan", shape: "bars" },
};

/** Whether an address that somebody wrote names a status. */
export const isInvoiceStatus = (word: string): word is Status => Object.hasOwn(looks, word);

/** Where an invoice stands; while it is being sent, that. */
export function InvoiceStatus({ invoice }: { invoice: Invoice }) {
  const look =
    sending[invoice.send_state] ??
    (invoice.dispute_state === "OPEN"
      ? { word: later("Disputed"), tone: "disp" as const, shape: "speech" as const }
      : looks[invoice.status]);
  return (
    <StatusPill tone={look.tone} shape={look.shape}>
      {look.word()}
    </StatusPill>
  );
}

export const isOpen = (invoice: Invoice) =>
  ["SENT", "PARTIALLY_PAID", "OVERDUE"].includes(invoice.status);

export const isDraft = (invoice: Invoice) => invoice.status === "DRAFT";

export const numberOf = (invoice: Invoice) =>
  invoice.invoice_number ?? invoice.number_preview ?? t("Draft");

export const may = (invoice: { allowed_actions: string[] }, act: string) =>
  invoice.allowed_actions.includes(act);
