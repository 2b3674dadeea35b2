import { Link } from "@tanstack/react-router";
import { Because } from "@/components/ui/Because";
import { Card } from "@/components/ui/Card";
import { Money } from "@/components/ui/Money";
import { cx } from "@/lib/cx";
import { day, dayOf, daysBetween, fullDay, time } from "@/lib/dates";
import type { Planned } from "./api";
import { later, T, t } from "./locales";
import { OnHold } from "./OnHold";

const channels = {
  EMAIL: later("by e-mail"),
  SMS: later("by SMS"),
  WHATSAPP: later("by WhatsApp"),
} satisfies Record<Planned["channel"], () => string>;

const tones = {
  FRIENDLY: later("friendly"),
  NEUTRAL: later("neutral"),
  FIRM: later("firm"),
} satisfies Record<NonNullable<Planned["tone"]>, () => string>;

const holds = {
  DISPUTED: later("They dispute it. Reminders wait until you settle it."),
  SWITCHED_OFF: later("Reminders are switched off."),
  CONTACT: later("This customer gets no reminders."),
  PAUSED: later("Reminders are paused."),
  PROMISED: later("They promised to pay. Reminders wait until the day after."),
  PAYMENT_PENDING: later("A payment is on its way. Reminders wait for it."),
  ASKED: later("It was missed. You decide whether it still goes."),
} satisfies Record<NonNullable<Planned["held_by"]>, () => string>;

type Props = { planned: Planned[]; zone: string; today: string };

/** The messages that will leave by themselves, each with its reason; held ones last. */
export function DoesNext({ planned, zone, today }: Props) {
  return (
    <Card
      flush
      title={t("What Duespark does next")}
      aside={
        <Link
          to="/reminders"
          className="text-sm font-medium underline decoration-line-2 underline-offset-3"
        >
          {t("All planned")}
        </Link>
      }
    >
      {planned.length === 0 ? (
        <p className="px-5 py-8 text-ink-2">
          {t("Nothing is planned. No open invoice needs a reminder.")}
        </p>
      ) : (
        <ol>
          {planned.map((message) => (
            <Message
              key={`${message.contact_id} ${message.at} ${message.kind} ${message.channel}`}
              message={message}
              zone={zone}
              today={today}
            />
          ))}
        </ol>
      )}
      {planned.some(({ held_by }) => held_by) ? null : <OnHold />}
    </Card>
  );
}

function Message({ message, zone, today }: { message: Planned; zone: string; today: string }) {
  const on = dayOf(message.at, zone);
  const hot = on === today && !message.held_by;
  return (
    <li
      className={cx(
        "grid grid-cols-[88px_minmax(0,1fr)_auto] gap-x-4 border-b border-line px-5 py-4 last:border-0 max-tablet:grid-cols-[minmax(0,1fr)_auto]",
        hot && "shadow-[inset_3px_0_0_var(--spark)]",
      )}
    >
      <div className="max-tablet:col-span-full max-tablet:flex max-tablet:gap-1.5">
        <b className="block font-semibold">{message.held_by ? t("On hold") : word(on, today)}</b>
        {message.held_by ? null : <span className="text-ink-2">{time(message.at, zone)}</span>}
      </div>
      <div className="min-w-0">
        <p>
          <Sentence message={message} />
          {message.held_by ? null : ` ${channels[message.channel]()}`}
          {message.invoice_count > 1
            ? `, ${t("{n} invoice in one message | {n} invoices in one message", { n: message.invoice_count })}`
            : null}
        </p>
        <div className="mt-1">
          <Because evidence={evidence(message)}>
            {message.held_by
              ? holds[message.held_by]()
              : message.kind === "SEND"
                ? t("You scheduled it.")
                : whyNow(message)}
          </Because>
        </div>
      </div>
      <div className="text-right">
        {message.amount && message.currency ? (
          <Money amount={message.amount} currency={message.currency} className="font-semibold" />
        ) : null}
      </div>
    </li>
  );
}

/** Of a message about several invoices why they share it; of any other the rule that decided. */
function whyNow({ invoice_count, reasons }: Planned) {
  if (invoice_count === 2) return t("Both fall due for a reminder that day, so they share one.");
  if (invoice_count > 2) {
    return t("All {n} fall due for a reminder that day, so they share one.", { n: invoice_count });
  }
  return reasons.at(-1) ?? t("Its day has come.");
}

function word(on: string, today: string) {
  const away = daysBetween(today, on);
  return away === 0 ? t("Today") : away === 1 ? t("Tomorrow") : day(on, today);
}

function Sentence({ message }: { message: Planned }) {
  const customer = (
    <Link
      to="/contacts/$id"
      params={{ id: message.contact_id }}
      className="font-semibold hover:underline"
    >
      {message.contact_name}
    </Link>
  );
  if (message.held_by) return <T text="Nothing goes to {customer}" customer={customer} />;
  if (message.kind === "SEND") {
    const number = message.invoices[0]?.number;
    return <T text="Send {number} to {customer}" number={number} customer={customer} />;
  }
  return message.tone === "FRIENDLY" ? (
    <T text="Friendly note to {customer}" customer={customer} />
  ) : (
    <T text="Remind {customer}" customer={customer} />
  );
}

function evidence(message: Planned) {
  return [
    ...message.invoices.map((invoice) => ({
      label: invoice.number,
      value: (
        <Link to="/invoices/$id" params={{ id: invoice.id }} className="hover:underline">
          <T
            text="{amount}, due {day}"
            amount={<Money amount={invoice.amount_due} currency={invoice.currency} />}
            day={fullDay(invoice.due_date)}
          />
        </Link>
      ),
    })),
    ...(message.tone ? [{ label: t("Tone"), value: tones[message.tone]() }] : []),
    { label: t("Their time"), value: `${time(message.at, message.timezone)}, ${message.timezone}` },
    ...message.reasons.map((reason, i) => ({
      label: i === 0 ? t("Rule") : t("Rule {place}", { place: i + 1 }),
      value: reason,
    })),
  ];
}
