import { Link } from "@tanstack/react-router";
import { Button } from "@/components/ui/Button";
import { channelName, stepName } from "@/features/invoices/words";
import { useBusiness } from "@/features/tenants/api";
import { count, time } from "@/lib/dates";
import { type Reminder, useResolve } from "./api";
import type { Message } from "./messages";
import { ReminderBecause } from "./ReminderBecause";

const link = "underline decoration-line-2 underline-offset-3 hover:decoration-current";

/** One message to one customer: when, what, and of each of its invoices why. */
export function MessageRow({ message }: { message: Message }) {
  const { timezone } = useBusiness();
  const [first, ...others] = message.reminders;
  const theirs = time(message.at, first.timezone);
  const ours = time(message.at, timezone);
  return (
    <li className="grid grid-cols-[76px_minmax(0,1fr)] gap-x-4 border-b border-line px-5 py-4 last:border-0 max-tablet:grid-cols-1 max-tablet:gap-y-1 max-tablet:px-4">
      <div className="figures text-ink-2">
        <b className="font-semibold text-ink">{ours}</b>
        {theirs === ours ? null : (
          <span className="block text-xs text-ink-3 max-tablet:ml-2 max-tablet:inline">
            {theirs} for them
          </span>
        )}
      </div>
      <div className="min-w-0">
        <p>
          {stepName(first.step_key)} to{" "}
          <Link
            to="/contacts/$id"
            params={{ id: first.contact_id }}
            className={`font-semibold ${link}`}
          >
            {first.contact_name}
          </Link>
          {first.status === "SKIPPED" ? (
            <>
              {" "}
              <span className="underline">not</span> sent
            </>
          ) : (
            ` by ${channelName(first.channel)}`
          )}
          {others.length ? `, ${count(others.length + 1, "invoice")} in one message` : null}
        </p>
        <ul className="mt-2 flex flex-col gap-3">
          {message.reminders.map((reminder) => (
            <li key={reminder.id}>
              <p className="mb-1 text-sm text-ink-2">
                <Link
                  to="/invoices/$id"
                  params={{ id: reminder.invoice_id }}
                  className={`font-semibold text-ink ${link}`}
                >
                  {reminder.invoice_number ?? "Invoice"}
                </Link>
                , {others.length ? `${stepName(reminder.step_key).toLowerCase()}, ` : null}
                {reminder.tone.toLowerCase()}
              </p>
              <ReminderBecause reminder={reminder} />
            </li>
          ))}
        </ul>
        <Decide reminder={first} />
      </div>
    </li>
  );
}

/** Nobody could find out whether it arrived, so a person says it. */
function Decide({ reminder }: { reminder: Reminder }) {
  const resolve = useResolve();
  const id = reminder.delivery_id;
  if (!id || !reminder.allowed_actions.includes("resolve")) return null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <Button
        size="small"
        busy={resolve.isPending}
        onClick={() => resolve.mutate({ id, outcome: "SENT" })}
      >
        It arrived
      </Button>
      <Button
        size="small"
        kind="ghost"
        disabled={resolve.isPending}
        onClick={() => resolve.mutate({ id, outcome: "RESEND" })}
      >
        Send it again
      </Button>
      {resolve.error ? (
        <p role="alert" className="text-sm text-late">
          {resolve.error.message}
        </p>
      ) : null}
    </div>
  );
}
