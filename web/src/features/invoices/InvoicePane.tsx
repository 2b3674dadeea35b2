import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { Button } from "@/components/ui/Button";
import { FilterChoice } from "@/components/ui/FilterChip";
import { ListPane } from "@/components/ui/ListPane";
import { Empty, Failure } from "@/components/ui/States";
import { useBusiness } from "@/features/tenants/api";
import { rowsOf, totalOf } from "@/lib/api/paging";
import { invoicesQuery } from "./api";
import { statuses, useFilter } from "./filter";
import { InvoiceCard } from "./InvoiceCard";
import { InvoiceSort } from "./InvoiceFilters";
import { t } from "./locales";

/** The list that an invoice was opened from, beside it. */
export function InvoicePane({ chosen }: { chosen: string }) {
  const { today, timezone } = useBusiness();
  const { filter, set, clear } = useFilter();
  const navigate = useNavigate();
  const list = useInfiniteQuery(invoicesQuery(filter));
  const rows = useMemo(() => rowsOf(list.data), [list.data]);
  const total = totalOf(list.data);
  return (
    <ListPane
      label={t("List of invoices")}
      rows={rows}
      rowKey={(row) => row.id}
      chosen={chosen}
      to={(row) => ({
        to: "/invoices/$id",
        params: { id: row.id },
        search: filter,
        resetScroll: true,
      })}
      onMove={(row) =>
        void navigate({
          to: "/invoices/$id",
          params: { id: row.id },
          search: filter,
          replace: true, // going back leads to the list, not through everything passed
        })
      }
      card={(row) => <InvoiceCard invoice={row} zone={timezone} today={today} brief />}
      more={list}
      head={
        <>
          <div className="flex items-baseline justify-between">
            <Link to="/invoices" search={filter} className="text-lg font-semibold hover:underline">
              {t("Invoices")}
            </Link>
            <span className="text-sm text-ink-3">{total}</span>
          </div>
          <div className="mt-1.5 flex items-center gap-2">
            <FilterChoice
              label={t("Status")}
              options={statuses()}
              chosen={statuses().find((one) => one.key === filter.status)?.key}
              onChoose={(status) => set({ status })}
            />
            <InvoiceSort />
          </div>
        </>
      }
      instead={
        list.error && !rows ? (
          <Failure
            error={list.error}
            what={t("The list did not load.")}
            retry={() => void list.refetch()}
          />
        ) : rows?.length === 0 ? (
          <Empty title={t("No invoice fits these filters.")}>
            <Button onClick={clear}>{t("Show all")}</Button>
          </Empty>
        ) : undefined
      }
    />
  );
}
