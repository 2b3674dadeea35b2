import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { box } from "@/components/ui/Field";
import { Empty } from "@/components/ui/States";
import { cx } from "@/lib/cx";
import { type Business, businessesQuery } from "./api";
import { Closed } from "./Closed";
import { t } from "./locales";
import type { ListProps } from "./search";
import { BusinessStatus, kindName, when } from "./words";

/** Businesses that somebody names; there is no list of all. */
export function BusinessList({ search, set, open }: ListProps) {
  const q = search.q ?? "";
  const found = useQuery(businessesQuery(q));
  return (
    <>
      <Asking q={q} onAsk={(word) => set("q", word || undefined)} />
      {q === "" ? (
        <Empty
          title={t("Search for a business by its id, or by the e-mail address of a member.")}
        />
      ) : found.error ? (
        <Closed
          error={found.error}
          what={t("The list did not load. Nothing is lost.")}
          retry={() => void found.refetch()}
        />
      ) : (
        <DataTable
          label={t("Businesses")}
          columns={columns()}
          rows={found.data}
          rowKey={(row) => row.id}
          onOpen={(row) => open(row.id)}
          card={(row) => <BusinessCard business={row} />}
          empty={
            <Empty title={t("No business has this id or this member. Write the whole address.")} />
          }
        />
      )}
    </>
  );
}

/** Asks when it is told to: every search is written in the platform's log. */
function Asking({ q, onAsk }: { q: string; onAsk: (word: string) => void }) {
  const [typed, setTyped] = useState(q);
  const [known, setKnown] = useState(q);
  if (q !== known) {
    setKnown(q);
    setTyped(q);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a form of its own inside <search> says the same twice
    <form
      role="search"
      className="my-4 flex max-w-[560px] gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(typed.trim());
      }}
    >
      <input
        type="search"
        aria-label={t("Id, or e-mail address of a member")}
        placeholder={t("Id, or e-mail address of a member")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        className={cx(box, "min-w-0 grow placeholder:text-ink-3")}
      />
      <Button type="submit">{t("Search")}</Button>
    </form>
  );
}

const columns = (): Column<Business>[] => [
  {
    key: "name",
    header: t("Business"),
    cell: (business) => (
      <>
        <span className="block truncate font-medium">{business.name}</span>
        <span className="block truncate text-xs text-ink-3">{business.id}</span>
      </>
    ),
  },
  { key: "kind", header: t("Kind"), width: 110, wide: true, cell: ({ kind }) => kindName(kind) },
  {
    key: "since",
    header: t("Since"),
    width: 170,
    wide: true,
    cell: (business) => <span className="figures">{when(business.created_at)}</span>,
  },
  {
    key: "status",
    header: t("Status"),
    width: 140,
    cell: (business) => <BusinessStatus status={business.status} />,
  },
];

const BusinessCard = ({ business }: { business: Business }) => (
  <span className="flex min-w-0 flex-col gap-1">
    <span className="flex items-center justify-between gap-3">
      <span className="truncate font-medium">{business.name}</span>
      <BusinessStatus status={business.status} />
    </span>
    <span className="truncate text-xs text-ink-3">{business.id}</span>
  </span>
);
