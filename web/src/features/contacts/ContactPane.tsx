import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { FilterChoice, SortChoice } from "@/components/ui/FilterChip";
import { ListPane } from "@/components/ui/ListPane";
import { Empty, Failure } from "@/components/ui/States";
import { rowsOf, totalOf } from "@/lib/api/paging";
import { contactsQuery } from "./api";
import { sorts, useFilter } from "./filter";
import { t } from "./locales";
import { ContactLineCard } from "./rows";
import { paymentStatuses } from "./words";

/** The list that a contact was opened from, beside it. */
export function ContactPane({ chosen }: { chosen: string }) {
  const { filter, set } = useFilter();
  const navigate = useNavigate();
  const list = useInfiniteQuery(contactsQuery(filter));
  const rows = useMemo(() => rowsOf(list.data), [list.data]);
  return (
    <ListPane
      label={t("List of contacts")}
      rows={rows}
      rowKey={(row) => row.id}
      chosen={chosen}
      to={(row) => ({ to: "/contacts/$id", params: { id: row.id }, search: filter })}
      onMove={(row) =>
        void navigate({
          to: "/contacts/$id",
          params: { id: row.id },
          search: filter,
          replace: true, // going back leads to the list, not through everybody passed
        })
      }
      card={(row) => <ContactLineCard contact={row} />}
      more={list}
      head={
        <>
          <div className="flex items-baseline justify-between">
            <Link to="/contacts" search={filter} className="text-lg font-semibold hover:underline">
              {t("Contacts")}
            </Link>
            <span className="text-sm text-ink-3">{totalOf(list.data)}</span>
          </div>
          <div className="mt-1.5 flex items-center gap-2">
            <FilterChoice
              label={t("Payment")}
              options={paymentStatuses()}
              chosen={paymentStatuses().find((one) => one.key === filter.payment_status)?.key}
              onChoose={(payment_status) => set({ payment_status })}
            />
            <SortChoice
              label={t("Sort")}
              options={sorts()}
              chosen={sorts().find((one) => one.key === (filter.sort ?? "name"))?.key}
              onChoose={(sort) => set({ sort })}
            />
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
          <Empty title={t("No contact fits.")} />
        ) : undefined
      }
    />
  );
}
