import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { FilterBar, FilterChoice } from "@/components/ui/FilterChip";
import { Empty } from "@/components/ui/States";
import { rowsOf, totalOf } from "@/lib/api/paging";
import { type Letter, type LetterFilter, lettersQuery } from "./api";
import { Closed } from "./Closed";
import { t } from "./locales";
import type { ListProps } from "./search";
import { LetterStatus, letterStatuses, providerName, when } from "./words";

const kinds = () => [
  { key: "true", label: t("Concerns money") },
  { key: "false", label: t("No money") },
];

/** What waits for a person, newest first. */
export function LetterList({ search, set, clear, open }: ListProps) {
  const status = letterStatuses().find(({ key }) => key === search.status)?.key;
  const money = kinds().find(({ key }) => key === search.money)?.key;
  const filter: LetterFilter = {
    ...(status ? { status } : {}),
    ...(money ? { payment_related: money === "true" } : {}),
  };
  const found = useInfiniteQuery(lettersQuery(filter));
  return (
    <>
      <FilterBar>
        <FilterChoice
          label={t("Status")}
          options={letterStatuses()}
          chosen={status}
          onChoose={(key) => set("status", key)}
        />
        <FilterChoice
          label={t("Money")}
          options={kinds()}
          chosen={money}
          onChoose={(key) => set("money", key)}
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
          label={t("Dead letters")}
          columns={columns()}
          rows={rowsOf(found.data)}
          rowKey={(row) => row.id}
          onOpen={(row) => open(row.id)}
          card={(row) => <LetterCard letter={row} />}
          more={found}
          total={totalOf(found.data)}
          stale={found.isPlaceholderData}
          empty={
            status || money ? (
              <Empty title={t("No letter fits.")}>
                <Button onClick={clear}>{t("Show all @letters")}</Button>
              </Empty>
            ) : (
              <Empty title={t("Nothing waits for a person. All work goes on by itself.")} />
            )
          }
        />
      )}
    </>
  );
}

const columns = (): Column<Letter>[] => [
  {
    key: "when",
    header: t("Since"),
    width: 170,
    cell: (letter) => <span className="figures">{when(letter.created_at)}</span>,
  },
  {
    key: "reason",
    header: t("Why"),
    cell: (letter) => (
      <>
        <span className="block truncate font-medium">{letter.reason}</span>
        <span className="block truncate text-xs text-ink-3">
          {letter.provider_event_id ?? letter.entity}
        </span>
      </>
    ),
  },
  {
    key: "provider",
    header: t("Provider"),
    width: 130,
    wide: true,
    cell: (letter) => providerName(letter.provider),
  },
  {
    key: "money",
    header: t("Money"),
    width: 90,
    wide: true,
    cell: (letter) => (letter.payment_related ? t("yes") : t("no")),
  },
  {
    key: "status",
    header: t("Status"),
    width: 140,
    cell: (letter) => <LetterStatus status={letter.status} />,
  },
];

const LetterCard = ({ letter }: { letter: Letter }) => (
  <span className="flex min-w-0 flex-col gap-1">
    <span className="flex items-center justify-between gap-3">
      <span className="figures text-sm text-ink-3">{when(letter.created_at)}</span>
      <LetterStatus status={letter.status} />
    </span>
    <span className="line-clamp-2 font-medium [overflow-wrap:anywhere]">{letter.reason}</span>
    <span className="truncate text-xs text-ink-3">{providerName(letter.provider)}</span>
  </span>
);
