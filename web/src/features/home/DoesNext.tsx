import { Link } from "@tanstack/react-router";
import { Because } from "@/components/ui/Because";
import { Card } from "@/components/ui/Card";
import { Money } from "@/components/ui/Money";
import { cx } from "@/lib/cx";
import { day, dayOf, daysBetween, fullDay, time } from "@/lib/dates";
import type { Planned } from "./api";

const channels: Record<Planned["channel"], string> = {
  EMAIL: "e-mail",
  SMS: "SMS",
  WHATSAPP: "WhatsApp",
};

const holds: Record<string, string> = {
  DISPUTED: "They dispute it. Reminders wait until you settle it.",
  SWITCHED_OFF: "Reminders are switched off.",
  CONTACT: "This customer gets no reminders.",
  PAUSED: "Reminders are paused.",
};

type Props = { planned: Planned[]; zone: string; today: string };

/** The messages that will leave by themselves, each with its reason; held ones last. */
export function DoesNext({ planned, zone, today }: Props) {
  return (
    <Card
      flush
      title="What Duespark does next"
      aside={
        <Link
          to="/reminders"
          className="text-sm font-medium underline decoration-line-2 underline-offset-3"
        >
          All planned
        </Link>
      }
    >
      {planned.length === 0 ? (
        <p className="px-5 py-8 text-ink-2">
          Nothing is planned. No open invoice needs a reminder.
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
        <b className="block font-semibold">{message.held_by ? "On hold" : word(on, today)}</b>
        {message.held_by ? null : <span className="text-ink-2">{time(message.at, zone)}</span>}
      </div>
      <div className="min-w-0">
        <p>
          {sentence(message)}{" "}
          <Link
            to="/contacts/$id"
            params={{ id: message.contact_id }}
            className="font-semibold hover:underline"
          >
            {message.contact_name}
          </Link>
          {message.held_by ? null : ` by ${channels[message.channel]}`}
          {message.invoice_count > 1 ? `, ${message.invoice_count} invoices in one message` : null}
        </p>
        <div className="mt-1">
          <Because evidence={evidence(message)}>
            {message.held_by
              ? holds[message.held_by]
              : message.kind === "SEND"
                ? "You scheduled it."
                : (message.reasons.at(-1) ?? "Its day has come.")}
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

function word(on: string, today: string) {
  const away = daysBetween(today, on);
  return away === 0 ? "Today" : away === 1 ? "Tomorrow" : day(on, today);
}

function sentence(message: Planned) {
  if (message.held_by) return "Nothing goes to";
  if (message.kind === "SEND") return `Send ${message.invoices[0]?.number} to`;
  return message.tone === "FRIENDLY" ? "Friendly note to" : "Remind";
}

function evidence(message: Planned) {
  return [
    ...message.invoices.map((invoice) => ({
      label: invoice.number,
      value: (
        <Link to="/invoices/$id" params={{ id: invoice.id }} className="hover:underline">
          <Money amount={invoice.amount_due} currency={invoice.currency} />, due{" "}
          {fullDay(invoice.due_date)}
        </Link>
      ),
    })),
    ...(message.tone ? [{ label: "Tone", value: message.tone.toLowerCase() }] : []),
    { label: "Their time", value: `${time(message.at, message.timezone)}, ${message.timezone}` },
    ...message.reasons.map((reason, i) => ({
      label: i === 0 ? "Rule" : `Rule ${i + 1}`,
      value: reason,
    })),
  ];
}
