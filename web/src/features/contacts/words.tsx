import { StatusPill } from "@/components/ui/StatusPill";
import type { Contact, ContactLine } from "./api";

export const types = [
  { key: "CUSTOMER", label: "Customers", one: "Customer" },
  { key: "LEAD", label: "Leads", one: "Lead" },
  { key: "VENDOR", label: "Vendors", one: "Vendor" },
  { key: "OTHER", label: "Others", one: "Other" },
] as const;

export const paymentStatuses = [
  { key: "GOOD", label: "Pay on time" },
  { key: "WARNING", label: "Pay late" },
  { key: "OVERDUE", label: "Overdue" },
] as const;

export const terms = [
  { key: "DUE_ON_RECEIPT", label: "At once" },
  { key: "NET_15", label: "15 days" },
  { key: "NET_30", label: "30 days" },
  { key: "NET_60", label: "60 days" },
  { key: "CUSTOM", label: "Another number of days" },
] as const;

export const methods = [
  { key: "MPESA", label: "M-PESA" },
  { key: "BANK", label: "Bank transfer" },
  { key: "CARD", label: "Card" },
  { key: "CASH", label: "Cash" },
] as const;

export const statuses = [
  { key: "ACTIVE", label: "Active" },
  { key: "INACTIVE", label: "Inactive, gets no documents" },
  { key: "SUSPENDED", label: "Suspended, gets no documents" },
  { key: "ARCHIVED", label: "Archived, hidden from lists" },
] as const;

export const labelOf = (all: readonly { key: string; label: string }[], key: string) =>
  all.find((one) => one.key === key)?.label ?? key;

/** How somebody pays, in a shape and a word; nothing is said of who was never billed. */
export function PaysPill({
  status,
  billed,
}: {
  status: ContactLine["payment_status"];
  billed: boolean;
}) {
  if (!billed) return <span className="text-sm text-ink-3">Not billed yet</span>;
  switch (status) {
    case "GOOD":
      return (
        <StatusPill tone="paid" shape="tick">
          Pays on time
        </StatusPill>
      );
    case "WARNING":
      return (
        <StatusPill tone="plan" shape="clock">
          Pays late
        </StatusPill>
      );
    case "OVERDUE":
      return (
        <StatusPill tone="late" shape="triangle">
          Overdue
        </StatusPill>
      );
  }
}

/** "Pays 12 days after the invoice on average." */
export function habitOf(contact: Contact): string | null {
  const days = contact.financial_summary.average_payment_days;
  if (!days) return null;
  const whole = days.replace(/\.0+$/, "");
  if (whole === "0") return "Pays on the day of the invoice.";
  return `Pays ${whole} ${whole === "1" ? "day" : "days"} after the invoice on average.`;
}

export function termsOf(contact: Contact): string | null {
  if (!contact.payment_terms) return null;
  if (contact.payment_terms === "CUSTOM") return `${contact.payment_terms_days ?? 0} days`;
  return labelOf(terms, contact.payment_terms);
}
