import { Because } from "@/components/ui/Because";
import { Money } from "@/components/ui/Money";
import type { Fact } from "@/components/ui/Story";
import { ReminderActs } from "@/features/shared/chasing/ReminderActs";
import { Decide } from "@/features/shared/Decide";
import { may } from "@/features/shared/invoiceStatus";
import { methodName } from "@/features/shared/paymentWords";
import { ReminderBecause } from "@/features/shared/ReminderBecause";
import { channelName, stepName } from "@/features/shared/reminderWords";
import { day, dayOf, time } from "@/lib/dates";
import type { Delivery, Invoice, Payment, Reminder } from "./api";
import { later, T, t } from "./locales";

type Facts = {
  invoice: Invoice;
  deliveries: Delivery[];
  reminders: Reminder[];
  payments: Payment[];
};

/** A fact with the instant that places it; days without an hour come first on their day. */
type Placed = Fact & { at: string };

/** What happened to an invoice and what is planned, from its rows. */
export function storyOf(facts: Facts, zone: string, today: string) {
  const { invoice } = facts;
  const all = [
    ...facts.payments.flatMap(payment), // before the end that one of them brings at the same instant
    ...closings(invoice),
    ...(invoice.sent_at ? dueDay(invoice, zone) : []),
    ...facts.deliveries.filter(isInvoiceMail).flatMap((row) => sent(row, invoice)),
    ...facts.reminders.filter((row) => isTold(row, invoice)).flatMap(reminder),
  ].sort((a, b) => a.at.localeCompare(b.at));
  const shown = all.map((fact) => ({
    ...fact,
    on: fact.at.length === 10 ? fact.at : dayOf(fact.at, zone),
    time: fact.at.length === 10 ? undefined : time(fact.at, zone),
  }));
  const placed = shown.map((fact) => ({ ...fact, day: day(fact.on, today) }));
  const isPlan = (fact: (typeof placed)[number]) => fact.mark === "planned" || fact.on > today;
  return { past: placed.filter((fact) => !isPlan(fact)), plan: placed.filter(isPlan) };
}

/** What would have been planned after the end of an invoice is no news. */
function isTold(row: Reminder, invoice: Invoice) {
  const end = invoice.paid_at ?? invoice.voided_at ?? invoice.written_off_at;
  return !end || row.send_at <= end || row.status === "SENT";
}

const blank = { day: "" };

const isInvoiceMail = (delivery: Delivery) => delivery.type === "INVOICE_SENT";

function sent(delivery: Delivery, invoice: Invoice): Placed[] {
  if (!delivery.sent_at) {
    return delivery.status === "FAILED" || delivery.status === "UNKNOWN"
      ? [
          {
            ...blank,
            key: delivery.id,
            at: invoice.updated_at,
            mark: "late",
            title:
              delivery.status === "FAILED" ? t("The invoice was not sent") : t("Not known yet"),
            children: (
              <>
                <p className="text-sm text-ink-2">
                  {delivery.error ?? t("Duespark asks the mail service instead of sending again.")}
                </p>
                {delivery.status === "UNKNOWN" && may(invoice, "resolve_delivery") ? (
                  <Decide deliveryId={delivery.id} />
                ) : null}
              </>
            ),
          },
        ]
      : [];
  }
  return [
    {
      ...blank,
      key: delivery.id,
      at: delivery.sent_at,
      mark: "done",
      title:
        delivery.channel === "EMAIL"
          ? t("Sent by e-mail")
          : t("Sent by {channel}", { channel: delivery.channel }),
      children: (
        <p className="text-sm text-ink-2 break-words">
          {delivery.sent_to}. {fate(delivery)}
        </p>
      ),
    },
  ];
}

function fate(delivery: Delivery): string {
  const { status, error } = delivery;
  if (status === "COMPLAINED") return t("The recipient marked it as spam.");
  if (status === "BOUNCED") {
    return error ? t("It came back. {why}.", { why: error }) : t("It came back. Why is not known.");
  }
  if (delivery.opened_at) return t("Accepted and opened.");
  if (delivery.delivered_at) return t("Accepted and delivered.");
  return error ? t("Accepted. {why}.", { why: error }) : t("Accepted.");
}

function dueDay(invoice: Invoice, zone: string): Placed[] {
  const closed = invoice.paid_at ?? invoice.voided_at ?? invoice.written_off_at;
  if (closed && dayOf(closed, zone) <= invoice.due_date) return [];
  const passed = invoice.is_overdue || Boolean(closed);
  return [
    {
      ...blank,
      key: "due",
      at: invoice.due_date,
      mark: passed ? "late" : "planned",
      title: passed ? t("Due date passed") : t("Due"),
    },
  ];
}

const tones = {
  FRIENDLY: later("friendly"),
  NEUTRAL: later("neutral"),
  FIRM: later("firm"),
} satisfies Record<Reminder["tone"], () => string>;

function reminder(row: Reminder): Placed[] {
  const step = stepName(row.step_key);
  const channel = channelName(row.channel);
  const fact = {
    ...blank,
    key: row.id,
    at: row.sent_at ?? row.send_at,
    children: (
      <div className="flex flex-col gap-2">
        <ReminderBecause reminder={row} />
        <ReminderActs reminder={row} />
      </div>
    ),
  };
  const decide = (
    <>
      {fact.children}
      {row.delivery_id && row.allowed_actions.includes("resolve") ? (
        <Decide deliveryId={row.delivery_id} />
      ) : null}
    </>
  );
  switch (row.status) {
    case "SENT":
    case "SCHEDULED":
    case "SENDING":
      return [
        {
          ...fact,
          mark: row.status === "SENT" ? "done" : "planned",
          title: t("{step}, {channel}, {tone}", { step, channel, tone: tones[row.tone]() }),
        },
      ];
    case "HELD":
      return [{ ...fact, mark: "planned", title: t("{step}, {channel}, held", { step, channel }) }];
    case "SKIPPED":
      return [
        {
          ...fact,
          mark: "not",
          title: (
            <T
              text="{step} {not_sent}"
              step={step}
              not_sent={<span className="underline">{t("not sent")}</span>}
            />
          ),
        },
      ];
    case "CANCELED":
      return []; // the payment or the void that ended it says so
    case "FAILED":
      return [
        {
          ...fact,
          mark: "late",
          title: t("{step}, {channel} could not be sent", { step, channel }),
          children: decide,
        },
      ];
    case "UNKNOWN":
      return [
        {
          ...fact,
          mark: "late",
          title: t("{step}, {channel}: not known yet", { step, channel }),
          children: decide,
        },
      ];
  }
}

function payment(row: Payment): Placed[] {
  if (!row.paid_at || row.status === "PENDING" || row.status === "FAILED") return [];
  return [
    {
      ...blank,
      key: row.id,
      at: row.paid_at,
      mark: "money",
      title: (
        <T
          text="{amount} received by {method}"
          amount={<Money amount={row.amount} currency={row.currency} />}
          method={methodName(row)}
        />
      ),
      children: row.note ? <p className="text-sm text-ink-2">{row.note}</p> : null,
    },
  ];
}

function closings(invoice: Invoice): Placed[] {
  const reason = invoice.closing_reason ? (
    <p className="text-sm text-ink-2">“{invoice.closing_reason}”</p>
  ) : null;
  const facts: Placed[] = [
    { ...blank, key: "created", at: invoice.created_at, mark: "done", title: t("Draft written") },
  ];
  if (invoice.scheduled_send_at && invoice.status === "SCHEDULED") {
    facts.push({
      ...blank,
      key: "scheduled",
      at: invoice.scheduled_send_at,
      mark: "planned",
      title: t("Goes out by e-mail"),
      children: <Because>{t("You scheduled it.")}</Because>,
    });
  }
  if (invoice.paid_at) {
    facts.push({
      ...blank,
      key: "paid",
      at: invoice.paid_at,
      mark: "money",
      title: t("Paid in full"),
    });
  }
  if (invoice.voided_at) {
    facts.push({
      ...blank,
      key: "void",
      at: invoice.voided_at,
      mark: "not",
      title: t("Voided"),
      children: reason,
    });
  }
  if (invoice.written_off_at) {
    facts.push({
      ...blank,
      key: "written-off",
      at: invoice.written_off_at,
      mark: "not",
      title: t("Written off"),
      children: reason,
    });
  }
  return facts;
}
