import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Skeleton } from "@/components/ui/Skeleton";
import { Failure } from "@/components/ui/States";
import { remindersQuery } from "@/features/reminders/api";
import { ReminderActs } from "@/features/shared/chasing/ReminderActs";
import { ReminderBecause } from "@/features/shared/ReminderBecause";
import { stepName } from "@/features/shared/reminderWords";
import { ToneDisc } from "@/features/shared/ToneDisc";
import { useBusiness } from "@/features/tenants/api";
import { rowsOf } from "@/lib/api/paging";
import { moment } from "@/lib/dates";
import { t } from "./locales";

/** What goes to this customer next, and what waits; each with its reason and its acts. */
export function ContactReminders({ contactId }: { contactId: string }) {
  const { timezone, today } = useBusiness();
  const planned = useInfiniteQuery(
    remindersQuery({ contact_id: contactId, status: "SCHEDULED", sort: "send_at" }),
  );
  const held = useInfiniteQuery(
    remindersQuery({ contact_id: contactId, status: "HELD", sort: "send_at" }),
  );
  const failed = [planned, held].find((one) => one.isError && !one.data);
  if (failed) {
    return (
      <Failure
        error={failed.error}
        what={t("The reminders did not load. They keep their times.")}
        retry={() => void failed.refetch()}
      />
    );
  }
  if (!planned.data || !held.data) return <Skeleton className="w-80" />;
  const rows = [...(rowsOf(planned.data) ?? []), ...(rowsOf(held.data) ?? [])];
  if (rows.length === 0) return <p className="text-ink-2">{t("Nothing is planned for them.")}</p>;
  return (
    <ul className="rounded-card border border-line bg-surface shadow-1">
      {rows.map((reminder) => (
        <li
          key={reminder.id}
          className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 border-b border-line px-5 py-3.5 last:border-0 max-tablet:px-4"
        >
          <ToneDisc tone={reminder.tone.toLowerCase()} />
          <div className="flex min-w-0 flex-col gap-2">
            <p>
              <b className="font-semibold">{stepName(reminder.step_key)}</b>,{" "}
              <Link
                to="/invoices/$id"
                params={{ id: reminder.invoice_id }}
                className="underline decoration-line-2 underline-offset-3"
              >
                {reminder.invoice_number}
              </Link>
              {reminder.held_by ? null : (
                <span className="figures text-ink-2">
                  , {moment(reminder.send_at, timezone, today)}
                </span>
              )}
            </p>
            <ReminderBecause reminder={reminder} />
            <ReminderActs reminder={reminder} />
          </div>
        </li>
      ))}
    </ul>
  );
}
