import { Because } from "@/components/ui/Because";
import { Money } from "@/components/ui/Money";
import type { Fact } from "@/components/ui/Story";
import { day, dayOf, time } from "@/lib/dates";
import type { Delivery, Invoice, Payment, Reminder } from "./api";
import { channelName, holdWords, stepName } from "./words";

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
    ...closings(invoice),
    ...(invoice.sent_at ? dueDay(invoice, zone) : []),
    ...facts.deliveries.filter(isInvoiceMail).flatMap((row) => sent(row, invoice)),
    ...facts.reminders.filter((row) => isTold(row, invoice)).flatMap(reminder),
    ...facts.payments.flatMap(payment),
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
            title: delivery.status === "FAILED" ? "The invoice was not sent" : "Not known yet",
            children: (
              <p className="text-sm text-ink-2">
                {delivery.error ?? "Duespark asks the mail service instead of sending again."}
              </p>
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
      title: `Sent by ${delivery.channel === "EMAIL" ? "e-mail" : delivery.channel}`,
      children: (
        <p className="text-sm text-ink-2 break-words">
          {delivery.sent_to}. {fate(delivery)}
        </p>
      ),
    },
  ];
}

function fate(delivery: Delivery): string {
  if (delivery.opened_at) return "Accepted and opened.";
  if (delivery.delivered_at) return "Accepted and delivered.";
  return delivery.status === "BOUNCED" ? "It bounced." : "Accepted.";
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
      title: passed ? "Due date passed" : "Due",
    },
  ];
}

function reminder(row: Reminder): Placed[] {
  const evidence = row.reasons.map((reason) => ({
    label: reason.code.toLowerCase().replaceAll("_", " "),
    value: reason.words,
  }));
  const because = (sentence: string | undefined) =>
    sentence ? <Because evidence={evidence}>{sentence}</Because> : null;
  const last = row.reasons.at(-1)?.words;
  const name = `${stepName(row.step_key)}, ${channelName(row.channel)}`;
  const base = { ...blank, key: row.id, at: row.sent_at ?? row.send_at };
  switch (row.status) {
    case "SENT":
      return [
        {
          ...base,
          mark: "done",
          title: `${name}, ${row.tone.toLowerCase()}`,
          children: because(last),
        },
      ];
    case "SCHEDULED":
    case "SENDING":
      return [
        {
          ...base,
          mark: "planned",
          title: `${name}, ${row.tone.toLowerCase()}`,
          children: because(last),
        },
      ];
    case "HELD":
      return [
        {
          ...base,
          mark: "planned",
          title: `${name}, held`,
          children: because(row.held_by ? holdWords(row.held_by) : last),
        },
      ];
    case "SKIPPED":
      return [
        {
          ...base,
          mark: "not",
          title: <NotSent name={stepName(row.step_key)} />,
          children: because(last),
        },
      ];
    case "CANCELED":
      return []; // the payment or the void that ended it says so
    case "FAILED":
    case "UNKNOWN":
      return [
        {
          ...base,
          mark: "late",
          title: row.status === "FAILED" ? `${name} could not be sent` : `${name}: not known yet`,
          children: because(last),
        },
      ];
  }
}

const NotSent = ({ name }: { name: string }) => (
  <>
    {name} <span className="underline">not</span> sent
  </>
);

function payment(row: Payment): Placed[] {
  if (!row.paid_at || row.status === "PENDING" || row.status === "FAILED") return [];
  return [
    {
      ...blank,
      key: row.id,
      at: row.paid_at,
      mark: "money",
      title: (
        <>
          <Money amount={row.amount} currency={row.currency} /> received by {row.method_label}
        </>
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
    { ...blank, key: "created", at: invoice.created_at, mark: "done", title: "Draft written" },
  ];
  if (invoice.scheduled_send_at && invoice.status === "SCHEDULED") {
    facts.push({
      ...blank,
      key: "scheduled",
      at: invoice.scheduled_send_at,
      mark: "planned",
      title: "Goes out by e-mail",
      children: <Because>You scheduled it.</Because>,
    });
  }
  if (invoice.paid_at) {
    facts.push({
      ...blank,
      key: "paid",
      at: invoice.paid_at,
      mark: "money",
      title: "Paid in full",
    });
  }
  if (invoice.voided_at) {
    facts.push({
      ...blank,
      key: "void",
      at: invoice.voided_at,
      mark: "not",
      title: "Voided",
      children: reason,
    });
  }
  if (invoice.written_off_at) {
    facts.push({
      ...blank,
      key: "written-off",
      at: invoice.written_off_at,
      mark: "not",
      title: "Written off",
      children: reason,
    });
  }
  return facts;
}
