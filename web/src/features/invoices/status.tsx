import { type Shape, StatusPill, type Tone } from "@/components/ui/StatusPill";
import type { Invoice } from "./api";

type Look = { word: string; tone: Tone; shape: Shape };

const looks: Record<string, Look> = {
  DRAFT: { word: "Draft", tone: "quiet", shape: "dashed" },
  SCHEDULED: { word: "Scheduled", tone: "plan", shape: "clock" },
  SENT: { word: "Sent", tone: "quiet", shape: "ring" },
  PARTIALLY_PAID: { word: "Partly paid", tone: "part", shape: "half" },
  OVERDUE: { word: "Overdue", tone: "late", shape: "triangle" },
  PAID: { word: "Paid", tone: "paid", shape: "tick" },
  VOID: { word: "Void", tone: "quiet", shape: "struck" },
  WRITTEN_OFF: { word: "Written off", tone: "quiet", shape: "struck" },
};

const sending: Partial<Record<Invoice["send_state"], Look>> = {
  SENDING: { word: "Sending", tone: "plan", shape: "clock" },
  FAILED: { word: "Not sent", tone: "late", shape: "triangle" },
  UNKNOWN: { word: "Not known yet", tone: "plan", shape: "bars" },
};

/** Where an invoice stands; while it is being sent, that. */
export function InvoiceStatus({ invoice }: { invoice: Invoice }) {
  const look =
    sending[invoice.send_state] ??
    (invoice.dispute_state === "OPEN"
      ? { word: "Disputed", tone: "disp" as const, shape: "speech" as const }
      : (looks[invoice.status] ?? { word: invoice.status, tone: "quiet", shape: "ring" }));
  return (
    <StatusPill tone={look.tone} shape={look.shape}>
      {look.word}
    </StatusPill>
  );
}

export const isOpen = (invoice: Invoice) =>
  ["SENT", "PARTIALLY_PAID", "OVERDUE"].includes(invoice.status);

export const isDraft = (invoice: Invoice) => invoice.status === "DRAFT";

export const numberOf = (invoice: Invoice) =>
  invoice.invoice_number ?? invoice.number_preview ?? "Draft";

export const may = (invoice: { allowed_actions: string[] }, act: string) =>
  invoice.allowed_actions.includes(act);
