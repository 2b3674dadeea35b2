import { StatusPill } from "@/components/ui/StatusPill";
import { channelName } from "@/features/shared/reminderWords";
import type { Contact, ContactLine, Suppression } from "./api";
import { t } from "./locales";

export const types = () =>
  [
    { key: "CUSTOMER", label: t("Customers"), one: t("Customer") },
    { key: "LEAD", label: t("Leads"), one: t("Lead") },
    { key: "VENDOR", label: t("Vendors"), one: t("Vendor") },
    { key: "OTHER", label: t("Others"), one: t("Other") },
  ] as const;

export const paymentStatuses = () =>
  [
    { key: "GOOD", label: t("Pay on time") },
    { key: "WARNING", label: t("Pay late") },
    { key: "OVERDUE", label: t("Overdue @customer") },
  ] as const;

const daysOf = (n: number) => t("{n} day | {n} days @terms", { n });

export const terms = () =>
  [
    { key: "DUE_ON_RECEIPT", label: t("At once") },
    { key: "NET_15", label: daysOf(15) },
    { key: "NET_30", label: daysOf(30) },
    { key: "NET_60", label: daysOf(60) },
    { key: "CUSTOM", label: t("Another number of days") },
  ] as const;

export const methods = () =>
  [
    { key: "MPESA", label: "M-PESA" },
    { key: "BANK", label: t("Bank transfer") },
    { key: "CARD", label: t("Card") },
    { key: "CASH", label: t("Cash") },
  ] as const;

export const statuses = () =>
  [
    { key: "ACTIVE", label: t("Active") },
    { key: "INACTIVE", label: t("Inactive, gets no documents") },
    { key: "SUSPENDED", label: t("Suspended, gets no documents") },
    { key: "ARCHIVED", label: t("Archived, hidden from lists") },
  ] as const;

/** The same in a word, beside a name. */
export const standings = () =>
  [
    { key: "ACTIVE", label: t("Active") },
    { key: "INACTIVE", label: t("Inactive") },
    { key: "SUSPENDED", label: t("Suspended") },
    { key: "ARCHIVED", label: t("Archived") },
  ] as const;

export const labelOf = (all: readonly { key: string; label: string }[], key: string) =>
  all.find((one) => one.key === key)?.label ?? key;

const whys = (channel: string) => ({
  HARD_BOUNCE: t("Nothing is sent by {channel}: a message came back.", { channel }),
  SOFT_BOUNCES: t("Nothing is sent by {channel}: messages came back several times.", { channel }),
  COMPLAINT: t("Nothing is sent by {channel}: they reported a message as spam.", { channel }),
  UNSUBSCRIBED: t("Nothing is sent by {channel}: they asked for no more.", { channel }),
  OPTED_OUT: t("Nothing is sent by {channel}: they asked for no more.", { channel }),
  MUTED: t("Nothing is sent by {channel}: somebody here stopped it.", { channel }),
});

/** Why nothing is sent to them on a channel. */
export const whyNot = ({ channel, reason }: Suppression) => whys(channelName(channel))[reason];

export const mailSuppression = (contact: Contact) =>
  contact.suppressions.find(({ channel }) => channel === "EMAIL");

/** How somebody pays, in a shape and a word; nothing is said of who was never billed. */
export function PaysPill({
  status,
  billed,
}: {
  status: ContactLine["payment_status"];
  billed: boolean;
}) {
  if (!billed) return <span className="text-sm text-ink-3">{t("Not billed yet")}</span>;
  switch (status) {
    case "GOOD":
      return (
        <StatusPill tone="paid" shape="tick">
          {t("Pays on time")}
        </StatusPill>
      );
    case "WARNING":
      return (
        <StatusPill tone="plan" shape="clock">
          {t("Pays late")}
        </StatusPill>
      );
    case "OVERDUE":
      return (
        <StatusPill tone="late" shape="triangle">
          {t("Overdue @customer")}
        </StatusPill>
      );
  }
}

/** "Pays 12 days after the invoice on average." */
export function habitOf(contact: Contact): string | null {
  const days = contact.financial_summary.average_payment_days;
  if (!days) return null;
  const n = Number(days);
  if (n === 0) return t("Pays on the day of the invoice.");
  return t(
    "Pays {n} day after the invoice on average. | Pays {n} days after the invoice on average.",
    { n },
  );
}

export function termsOf(contact: Contact): string | null {
  if (!contact.payment_terms) return null;
  if (contact.payment_terms === "CUSTOM") return daysOf(contact.payment_terms_days ?? 0);
  return labelOf(terms(), contact.payment_terms);
}
