import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Money } from "@/components/ui/Money";
import type { Fact } from "@/components/ui/Story";
import type { Invoice } from "@/features/invoices/api";
import type { Reminder } from "@/features/reminders/api";
import { isOpen, numberOf } from "@/features/shared/invoiceStatus";
import { type Message, messagesOf } from "@/features/shared/messages";
import { ReminderBecause } from "@/features/shared/ReminderBecause";
import { channelName, stepName } from "@/features/shared/reminderWords";
import { day, dayOf, time } from "@/lib/dates";
import type { Contact } from "./api";
import { T, t } from "./locales";

type Received = Contact["financial_summary"]["payment_history"][number];

type Rows = { invoices: Invoice[]; payments: Received[]; reminders: Reminder[] };

/** A fact before it has a place in the margin; `at` is an instant, or a day without an hour. */
type Placed = Omit<Fact, "day" | "time"> & { at: string; isPlan?: boolean };

/** What happened with a customer and what is planned, from invoices, payments and reminders. */
export function storyOf({ invoices, payments, reminders }: Rows, zone: string, today: string) {
  const numbers = new Map(invoices.map((invoice) => [invoice.id, numberOf(invoice)]));
  const facts = [
    ...invoices.flatMap((invoice) => invoiceFacts(invoice, today)),
    ...payments.flatMap((payment) => paymentFacts(payment, numbers)),
    ...messagesOf(reminders).flatMap(messageFacts),
  ].sort((a, b) => a.at.localeCompare(b.at));
  const placed = facts.map(({ at, isPlan, ...fact }) => {
    const isDay = at.length === 10;
    const shown: Fact = {
      ...fact,
      day: day(isDay ? at : dayOf(at, zone), today),
      time: isDay ? undefined : time(at, zone),
    };
    return { isPlan, fact: shown };
  });
  return {
    past: placed.filter((one) => !one.isPlan).map((one) => one.fact),
    plan: placed.filter((one) => one.isPlan).map((one) => one.fact),
  };
}

const InvoiceLink = ({ id, children }: { id: string; children: ReactNode }) => (
  <Link
    to="/invoices/$id"
    params={{ id }}
    className="underline decoration-line-2 underline-offset-3 hover:decoration-current"
  >
    {children}
  </Link>
);

function invoiceFacts(invoice: Invoice, today: string): Placed[] {
  const name = <InvoiceLink id={invoice.id}>{numberOf(invoice)}</InvoiceLink>;
  const total = <Money amount={invoice.total} currency={invoice.currency} />;
  const facts: Placed[] = [];
  if (invoice.sent_at) {
    facts.push({
      key: `${invoice.id} sent`,
      at: invoice.sent_at,
      mark: "done",
      title: <T text="{invoice} sent, {total}" invoice={name} total={total} />,
    });
  }
  if (isOpen(invoice)) {
    const late = invoice.due_date < today;
    facts.push({
      key: `${invoice.id} due`,
      at: invoice.due_date,
      isPlan: !late,
      mark: late ? "late" : "planned",
      title: late ? (
        <T text="{invoice} fell due and is not paid" invoice={name} />
      ) : (
        <T text="{invoice} falls due" invoice={name} />
      ),
    });
  }
  if (invoice.voided_at) {
    facts.push({
      key: `${invoice.id} void`,
      at: invoice.voided_at,
      mark: "not",
      title: <T text="{invoice} voided" invoice={name} />,
    });
  }
  if (invoice.written_off_at) {
    facts.push({
      key: `${invoice.id} lost`,
      at: invoice.written_off_at,
      mark: "not",
      title: <T text="{invoice} written off" invoice={name} />,
    });
  }
  return facts;
}

function paymentFacts(payment: Received, numbers: Map<string, string>): Placed[] {
  if (!payment.paid_at) return [];
  const id = payment.invoice_id;
  const amount = <Money amount={payment.amount} currency={payment.currency} />;
  return [
    {
      key: payment.id,
      at: payment.paid_at,
      mark: "money",
      title: id ? (
        <T
          text="{amount} received for {invoice}"
          amount={amount}
          invoice={<InvoiceLink id={id}>{numbers.get(id) ?? t("an invoice")}</InvoiceLink>}
        />
      ) : (
        <T text="{amount} received" amount={amount} />
      ),
    },
  ];
}

function messageFacts({ key, at, reminders }: Message): Placed[] {
  const [first, ...others] = reminders;
  const step = stepName(first.step_key);
  const channel = channelName(first.channel);
  const how = others.length
    ? t("{step}, {channel}, {n} invoice | {step}, {channel}, {n} invoices", {
        step,
        channel,
        n: reminders.length,
      })
    : t("{step}, {channel}", { step, channel });
  const because = reminders.map((reminder) => (
    <div key={reminder.id} className="mt-1">
      {others.length ? <p className="text-sm font-medium">{reminder.invoice_number}</p> : null}
      <ReminderBecause reminder={reminder} />
    </div>
  ));
  const base = { key, at, children: because };
  switch (first.status) {
    case "SENT":
      return [{ ...base, mark: "done", title: how }];
    case "SCHEDULED":
    case "SENDING":
      return [{ ...base, mark: "planned", isPlan: true, title: how }];
    case "HELD":
      return [{ ...base, mark: "held", isPlan: true, title: t("{what}, waits", { what: how }) }];
    case "SKIPPED":
      return [
        {
          ...base,
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
    case "FAILED":
      return [{ ...base, mark: "late", title: t("{what}, could not be sent", { what: how }) }];
    case "UNKNOWN":
      return [{ ...base, mark: "late", title: t("{what}, not known yet", { what: how }) }];
    case "CANCELED":
      return []; // the payment or the void that ended it says so
  }
}
