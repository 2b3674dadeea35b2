import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { FilterBar, FilterChoice } from "@/components/ui/FilterChip";
import { Empty } from "@/components/ui/States";
import { rowsOf, totalOf } from "@/lib/api/paging";
import { type Event, type EventFilter, eventsQuery } from "./api";
import { Closed } from "./Closed";
import { t } from "./locales";
import type { ListProps } from "./search";
import { EventStatus, eventStatuses, providerName, providers, when } from "./words";

/** What providers told, newest first. */
export function EventList({ search, set, clear, open }: ListProps) {
  const status = eventStatuses().find(({ key }) => key === search.status)?.key;
  const provider = providers().find(({ key }) => key === search.provider)?.key;
  const filter: EventFilter = { ...(status ? { status } : {}), ...(provider ? { provider } : {}) };
  const found = useInfiniteQuery(eventsQuery(filter));
  return (
    <>
      <FilterBar>
        <FilterChoice
          label={t("Status")}
          options={eventStatuses()}
          chosen={status}
          onChoose={(key) => set("status", key)}
        />
        <FilterChoice
          label={t("Provider")}
          options={providers()}
          chosen={provider}
          onChoose={(key) => set("provider", key)}
        />
      </FilterBar>
      {found.error && !found.data ? (
        <Closed
          error={found.error}
          what={t("The list did not load. Nothing is lost.")}
          retry={() => void found.refetch()}
        />
      ) : (
        <DataTable
          label={t("Webhook events")}
          columns={columns()}
          rows={rowsOf(found.data)}
          rowKey={(row) => row.id}
          onOpen={(row) => open(row.id)}
          card={(row) => <EventCard event={row} />}
          more={found}
          total={totalOf(found.data)}
          stale={found.isPlaceholderData}
          empty={
            status || provider ? (
              <Empty title={t("No event fits.")}>
                <Button onClick={clear}>{t("Show all @events")}</Button>
              </Empty>
            ) : (
              <Empty title={t("No provider has told anything yet.")} />
            )
          }
        />
      )}
    </>
  );
}

const columns = (): Column<Event>[] => [
  {
    key: "when",
    header: t("Came"),
    width: 170,
    cell: (event) => <span className="figures">{when(event.received_at)}</span>,
  },
  {
    key: "provider",
    header: t("Provider"),
    cell: (event) => (
      <>
        <span className="block truncate font-medium">{providerName(event.provider)}</span>
        <span className="block truncate text-xs text-ink-3">{event.provider_event_id}</span>
      </>
    ),
  },
  {
    key: "error",
    header: t("Why"),
    wide: true,
    cell: (event) => <span className="block truncate text-ink-2">{event.error ?? "–"}</span>,
  },
  {
    key: "status",
    header: t("Status"),
    width: 140,
    cell: (event) => <EventStatus status={event.status} />,
  },
];

const EventCard = ({ event }: { event: Event }) => (
  <span className="flex min-w-0 flex-col gap-1">
    <span className="flex items-center justify-between gap-3">
      <span className="figures text-sm text-ink-3">{when(event.received_at)}</span>
      <EventStatus status={event.status} />
    </span>
    <span className="font-medium">{providerName(event.provider)}</span>
    <span className="truncate text-xs text-ink-3">{event.error ?? event.provider_event_id}</span>
  </span>
);
