import { Link } from "@tanstack/react-router";
import { ReminderActs } from "@/features/shared/chasing/ReminderActs";
import { toneName } from "@/features/shared/chasing/ToneChoice";
import { Decide } from "@/features/shared/Decide";
import type { Message } from "@/features/shared/messages";
import { ReminderBecause } from "@/features/shared/ReminderBecause";
import { channelName, stepName } from "@/features/shared/reminderWords";
import { ToneDisc } from "@/features/shared/ToneDisc";
import { useBusiness } from "@/features/tenants/api";
import { day, dayOf, time } from "@/lib/dates";
import { T, t } from "./locales";
import { TogetherBecause } from "./TogetherBecause";

const link = "underline decoration-line-2 underline-offset-3 hover:decoration-current";

/** One message to one customer: when, what, of each of its invoices why, and what may be done. */
export function MessageRow({ message, dated }: { message: Message; dated?: boolean }) {
  const { timezone, today } = useBusiness();
  const [first, ...others] = message.reminders;
  const theirs = time(message.at, first.timezone);
  const ours = time(message.at, timezone);
  return (
    <li className="grid grid-cols-[76px_minmax(0,1fr)_auto] gap-x-4 border-b border-line px-5 py-4 last:border-0 max-tablet:grid-cols-[minmax(0,1fr)_auto] max-tablet:gap-y-1 max-tablet:px-4">
      <div className="figures text-ink-2 max-tablet:col-span-full">
        <b className="font-semibold text-ink">
          {first.held_by ? t("On hold") : dated ? day(dayOf(message.at, timezone), today) : ours}
        </b>
        {dated && !first.held_by ? `, ${ours}` : null}
        {theirs === ours || first.held_by ? null : (
          <span className="block text-xs text-ink-3 max-tablet:ml-2 max-tablet:inline">
            {t("{time} for them", { time: theirs })}
          </span>
        )}
      </div>
      <div className="min-w-0">
        <p>
          <What message={message} />
          {others.length
            ? `, ${t("{n} invoice in one message | {n} invoices in one message", { n: others.length + 1 })}`
            : null}
        </p>
        <div className="mt-1">
          <TogetherBecause message={message} />
        </div>
        <ul className="mt-2 flex flex-col gap-4">
          {message.reminders.map((reminder) => (
            <li key={reminder.id}>
              <p className="mb-1 text-sm text-ink-2">
                <Link
                  to="/invoices/$id"
                  params={{ id: reminder.invoice_id }}
                  className={`font-semibold text-ink ${link}`}
                >
                  {reminder.invoice_number ?? t("Invoice")}
                </Link>
                , {others.length ? `${stepName(reminder.step_key).toLowerCase()}, ` : null}
                {toneName(reminder.tone).toLowerCase()}
              </p>
              <ReminderBecause reminder={reminder} />
              <div className="mt-2">
                <ReminderActs reminder={reminder} />
              </div>
            </li>
          ))}
        </ul>
        {first.delivery_id && first.allowed_actions.includes("resolve") ? (
          <Decide deliveryId={first.delivery_id} />
        ) : null}
      </div>
      <ToneDisc tone={first.tone.toLowerCase()} className="mt-0.5" />
    </li>
  );
}

/** What it is, to whom, and by which way; of what was left out that it was not sent. */
function What({ message }: { message: Message }) {
  const [first] = message.reminders;
  const name = (
    <Link to="/contacts/$id" params={{ id: first.contact_id }} className={`font-semibold ${link}`}>
      {first.contact_name}
    </Link>
  );
  const step = stepName(first.step_key);
  if (first.status === "SKIPPED") {
    return (
      <T
        text="{step} to {name} {not} sent"
        step={step}
        name={name}
        not={<span className="underline">{t("not")}</span>}
      />
    );
  }
  if (first.status === "HELD") return <T text="{step} to {name} waits" step={step} name={name} />;
  return (
    <T
      text="{step} to {name} by {channel}"
      step={step}
      name={name}
      channel={channelName(first.channel)}
    />
  );
}
