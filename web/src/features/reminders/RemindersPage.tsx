import { useInfiniteQuery, useQueries } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, ButtonLink } from "@/components/ui/Button";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Empty, Failure } from "@/components/ui/States";
import { Tabs } from "@/components/ui/Tabs";
import { useBusiness } from "@/features/tenants/api";
import { rowsOf } from "@/lib/api/paging";
import { count, day, daysBetween } from "@/lib/dates";
import { usePageTitle } from "@/lib/usePageTitle";
import { reminderCountQuery, remindersQuery, type Status } from "./api";
import { MessageRow } from "./MessageRow";
import { type Day, daysOf, messagesOf } from "./messages";

type View = { key: Status; label: string; empty: string; rare?: boolean };

const views: View[] = [
  {
    key: "SCHEDULED",
    label: "Upcoming",
    empty: "Nothing is planned. Reminders appear here when an invoice is out and not paid.",
  },
  { key: "HELD", label: "Held", empty: "Nothing is held back." },
  { key: "SENT", label: "Sent", empty: "No reminder was sent yet." },
  {
    key: "SKIPPED",
    label: "Not sent",
    empty: "No reminder was left out. When one is, this says why.",
  },
  { key: "UNKNOWN", label: "Not known", empty: "Of every message it is known.", rare: true },
  { key: "FAILED", label: "Failed", empty: "No reminder failed.", rare: true },
];

const backwards: Status[] = ["SENT", "SKIPPED", "FAILED", "UNKNOWN"];

/** What goes to whom and when, what waits and what holds it, what was sent; each with its reason. */
export function RemindersPage() {
  usePageTitle("Reminders");
  const search = useSearch({ from: "/business/reminders" });
  const navigate = useNavigate({ from: "/reminders" });
  const { timezone, reminders_paused } = useBusiness();
  const view = views.find((one) => one.key === search.status) ?? (views[0] as View);
  const found = useInfiniteQuery(
    remindersQuery({
      status: view.key,
      sort: backwards.includes(view.key) ? "-send_at" : "send_at",
    }),
  );
  const counts = useQueries({ queries: views.map((one) => reminderCountQuery(one.key)) });
  const rows = rowsOf(found.data);
  const tabs = views
    .map((one, at) => ({ ...one, count: counts[at]?.data ?? undefined }))
    .filter((one) => !one.rare || one.count || one.key === view.key);

  return (
    <div className="max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-28">
      <div className="mb-3 flex items-center justify-between gap-3">
        <h1 className="text-2xl font-bold tracking-[-0.022em]">Reminders</h1>
        <ButtonLink to="/settings/$section" params={{ section: "reminders" }}>
          When we remind
        </ButtonLink>
      </div>
      <Tabs
        label="Which reminders"
        tabs={tabs}
        chosen={view.key}
        onChoose={(status) =>
          void navigate({ search: (now) => ({ ...now, status }), replace: true })
        }
      />
      {reminders_paused ? (
        <p role="status" className="mt-4 rounded-control bg-plan-bg px-4 py-2.5 text-plan">
          All reminders of this business are paused.
        </p>
      ) : null}
      {found.error && !found.data ? (
        <Failure
          error={found.error}
          what="The list did not load. Reminders keep their times."
          retry={() => void found.refetch()}
        />
      ) : rows === undefined ? (
        <div className="mt-6 rounded-card border border-line bg-surface shadow-1">
          <SkeletonRows rows={5} />
        </div>
      ) : rows.length === 0 ? (
        <Empty title={view.empty} />
      ) : (
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
              Load more
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

function DayOfMessages({ day: date, messages }: Day) {
  const { today } = useBusiness();
  return (
    <section className="mt-6">
      <h2 className="mb-2 flex items-baseline gap-2 font-semibold">
        {dayWords(date, today)}
        <span className="text-sm font-normal text-ink-3">{count(messages.length, "message")}</span>
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
  const near = { "-1": "Yesterday", 0: "Today", 1: "Tomorrow" }[away];
  return near ? `${near}, ${day(date, today)}` : day(date, today);
}
