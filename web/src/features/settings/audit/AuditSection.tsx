import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Download, Hourglass, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { DateField } from "@/components/ui/Field";
import { FilterBar, FilterChip, FilterChoice } from "@/components/ui/FilterChip";
import { Menu, MenuItem } from "@/components/ui/Menu";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Empty, Failure } from "@/components/ui/States";
import { useBusiness } from "@/features/tenants/api";
import { rowsOf } from "@/lib/api/paging";
import { day, dayOf, shortDay, time } from "@/lib/dates";
import { t } from "../locales";
import { actorsQuery, type Entry, entriesQuery, type Filter, type Format, useExport } from "./api";
import { EntryDrawer } from "./EntryDrawer";
import { actorName, kinds, type Reader, sentenceOf } from "./words";

/** Who did what in the business, newest first; owners and administrators read it. */
export function AuditSection() {
  const reader = useBusiness();
  const { filter, set, clear, isNarrowed } = useFilter();
  const found = useInfiniteQuery(entriesQuery(filter));
  const [opened, setOpened] = useState<Entry | null>(null);
  const entries = rowsOf(found.data);

  if (found.error && !found.data) {
    return (
      <Failure
        error={found.error}
        what={t("The audit log did not load. It is safe.")}
        retry={() => void found.refetch()}
      />
    );
  }
  return (
    <>
      <p className="max-w-[64ch] text-ink-2">
        {t(
          "Everything that people, customers and Duespark did here. Each entry is sealed within seconds; whoever changes or deletes one afterwards is found out.",
        )}
      </p>
      <div className="flex items-start gap-2 max-tablet:flex-col max-tablet:gap-0">
        <div className="min-w-0 grow max-tablet:w-full">
          <Filters filter={filter} set={set} reader={reader} />
        </div>
        <Exporting filter={filter} />
      </div>
      <Card flush className="overflow-hidden">
        {entries === undefined ? <SkeletonRows /> : null}
        {entries?.length === 0 ? (
          <Empty
            title={
              isNarrowed ? t("No entry fits.") : t("Nothing has happened in the last 366 days.")
            }
          >
            {isNarrowed ? <Button onClick={clear}>{t("Show all @entries")}</Button> : null}
          </Empty>
        ) : null}
        {byDay(entries ?? [], reader).map(({ on, rows }) => (
          <section key={on} aria-label={day(on, reader.today)}>
            <h3 className="border-b border-line bg-sunken px-5 py-2 text-sm font-semibold text-ink-2 max-tablet:px-4">
              {day(on, reader.today)}
            </h3>
            <ul>
              {rows.map((entry) => (
                <li key={entry.id} className="border-b border-line last:border-0">
                  <Row entry={entry} reader={reader} onOpen={() => setOpened(entry)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {found.hasNextPage ? (
          <div className="flex justify-center border-t border-line p-3">
            <Button
              kind="ghost"
              busy={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              {t("Older entries")}
            </Button>
          </div>
        ) : null}
      </Card>
      {opened ? (
        <EntryDrawer entry={opened} reader={reader} onClose={() => setOpened(null)} />
      ) : null}
    </>
  );
}

type RowProps = { entry: Entry; reader: Reader; onOpen: () => void };

function Row({ entry, reader, onOpen }: RowProps) {
  const isSealed = entry.seal.state === "SEALED";
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex min-h-[50px] w-full items-center gap-4 px-5 py-2.5 text-left hover:bg-sunken max-tablet:gap-3 max-tablet:px-4"
    >
      <span className="figures w-11 shrink-0 text-sm text-ink-3">
        {time(entry.at, reader.timezone)}
      </span>
      <span className="min-w-0 grow break-words">{sentenceOf(entry, reader)}</span>
      {isSealed ? (
        <ShieldCheck role="img" aria-label={t("Sealed")} className="size-4 shrink-0 text-ink-3" />
      ) : (
        <Hourglass
          role="img"
          aria-label={t("Waits for its seal")}
          className="size-4 shrink-0 text-ink-3"
        />
      )}
    </button>
  );
}

function byDay(entries: Entry[], { timezone }: Reader) {
  const days: { on: string; rows: Entry[] }[] = [];
  for (const entry of entries) {
    const on = dayOf(entry.at, timezone);
    const last = days.at(-1);
    if (last?.on === on) last.rows.push(entry);
    else days.push({ on, rows: [entry] });
  }
  return days;
}

type Set = (change: { [K in keyof Filter]: string | undefined }) => void;

/** The filter in the address, so that a page about one object can lead here. */
function useFilter() {
  const { actor, entity_type, entity_id, from, to } = useSearch({ strict: false }) as Filter;
  const navigate = useNavigate();
  const filter: Filter = Object.fromEntries(
    Object.entries({ actor, entity_type, entity_id, from, to }).filter(([, value]) => value),
  );
  const set: Set = (change) =>
    void navigate({
      to: ".",
      search: Object.fromEntries(
        Object.entries({ ...filter, ...change }).filter(([, value]) => value),
      ),
      replace: true,
    });
  return {
    filter,
    set,
    isNarrowed: Object.keys(filter).length > 0,
    clear: () => void navigate({ to: ".", search: {}, replace: true }),
  };
}

function Filters({ filter, set, reader }: { filter: Filter; set: Set; reader: Reader }) {
  const actors = useQuery(actorsQuery).data ?? [];
  return (
    <FilterBar>
      <FilterChoice
        label={t("Who")}
        options={actors.map((actor) => ({ key: actor.id, label: actorName(actor) }))}
        chosen={filter.actor}
        onChoose={(actor) => set({ actor })}
      />
      <FilterChoice
        label={t("About")}
        options={kinds()}
        chosen={kinds().find(({ key }) => key === filter.entity_type)?.key}
        onChoose={(entity_type) => set({ entity_type })}
      />
      <FilterChip
        label={t("When")}
        value={range(filter)}
        onClear={() => set({ from: undefined, to: undefined })}
      >
        {() => (
          <div className="grid grid-cols-2 gap-3">
            <DateField
              label={t("From")}
              max={reader.today}
              value={filter.from ?? ""}
              onChange={(e) => set({ from: e.target.value })}
            />
            <DateField
              label={t("To @day")}
              max={reader.today}
              value={filter.to ?? ""}
              onChange={(e) => set({ to: e.target.value })}
            />
          </div>
        )}
      </FilterChip>
      {filter.entity_id ? (
        <Button size="small" onClick={() => set({ entity_id: undefined })}>
          {t("One object only: show all")}
        </Button>
      ) : null}
    </FilterBar>
  );
}

function range({ from, to }: Filter): string | undefined {
  if (from && to) return `${shortDay(from)} – ${shortDay(to)}`;
  if (from) return t("from {day}", { day: shortDay(from) });
  return to ? t("to {day}", { day: shortDay(to) }) : undefined;
}

function Exporting({ filter }: { filter: Filter }) {
  const exporting = useExport();
  const save = (format: Format) => exporting.mutate({ format, filter });
  return (
    <div className="my-3 flex shrink-0 flex-col items-end gap-1 max-tablet:mt-0 max-tablet:items-start">
      <Menu
        button={
          <Button size="small" icon={<Download className="size-4" />} busy={exporting.isPending}>
            {t("Export")}
          </Button>
        }
      >
        <MenuItem onSelect={() => save("csv")}>{t("Table (CSV)")}</MenuItem>
        <MenuItem onSelect={() => save("jsonl")}>{t("For programs (JSON Lines)")}</MenuItem>
      </Menu>
      <span role="alert" className="max-w-[30ch] text-right text-sm text-late">
        {exporting.error?.message}
      </span>
    </div>
  );
}
