import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Empty, Failure } from "@/components/ui/States";
import { type Day, daysOf, messagesOf } from "@/features/shared/messages";
import { useBusiness } from "@/features/tenants/api";
import { rowsOf } from "@/lib/api/paging";
import { day, daysBetween } from "@/lib/dates";
import { remindersQuery, type Status } from "./api";
import { t } from "./locales";
import { MessageRow } from "./MessageRow";

const backwards: Status[] = ["SENT", "SKIPPED", "FAILED", "UNKNOWN"];

/** The reminders of one state, as messages under their days. */
export function ReminderList({ status, empty }: { status: Status; empty: string }) {
  const { timezone } = useBusiness();
  const found = useInfiniteQuery(
    remindersQuery({ status, sort: backwards.includes(status) ? "-send_at" : "send_at" }),
  );
  const rows = rowsOf(found.data);
  if (found.error && !found.data) {
    return (
      <Failure
        error={found.error}
        what={t("The list did not load. Reminders keep their times.")}
        retry={() => void found.refetch()}
      />
    );
  }
  if (rows === undefined) {
    return (
      <div className="mt-6 rounded-card border border-line bg-surface shadow-1">
        <SkeletonRows rows={5} />
      </div>
    );
  }
  if (rows.length === 0) return <Empty title={empty} />;
  return (
    <div className={found.isPlaceholderData ? "opacity-60" : undefined}>
      {daysOf(messagesOf(rows), timezone).map((one) => (
        <DayOfMessages key={one.day} {...one} />
      ))}
      {found.hasNextPage ? (
        <Button
          className="mt-4"
          busy={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t("Load more")}
        </Button>
      ) : null}
    </div>
  );
}

function DayOfMessages({ day: date, messages }: Day) {
  const { today } = useBusiness();
  return (
    <section className="mt-6">
      <h2 className="mb-2 flex items-baseline gap-2 font-semibold">
        {dayWords(date, today)}
        <span className="text-sm font-normal text-ink-3">
          {t("{n} message | {n} messages", { n: messages.length })}
        </span>
      </h2>
      <ul className="rounded-card border border-line bg-surface shadow-1">
        {messages.map((message) => (
          <MessageRow key={message.key} message={message} />
        ))}
      </ul>
    </section>
  );
}

function dayWords(date: string, today: string) {
  const away = daysBetween(today, date);
  const near = { "-1": t("Yesterday"), 0: t("Today"), 1: t("Tomorrow") }[away];
  return near ? `${near}, ${day(date, today)}` : day(date, today);
}
