import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/Button";
import { DataTable } from "@/components/ui/DataTable";
import { Empty, Failure } from "@/components/ui/States";
import { Tabs } from "@/components/ui/Tabs";
import { useMay } from "@/features/accounts/api";
import { may, numberOf } from "@/features/shared/invoiceStatus";
import { useBusiness } from "@/features/tenants/api";
import { rowsOf, totalOf } from "@/lib/api/paging";
import { usePageTitle } from "@/lib/usePageTitle";
import { invoicesQuery } from "./api";
import { BatchSend } from "./BatchSend";
import { statuses, useFilter } from "./filter";
import { InvoiceCard } from "./InvoiceCard";
import { InvoiceFilters } from "./InvoiceFilters";
import { invoiceColumns } from "./invoiceColumns";
import { t } from "./locales";
import { SelectionSum } from "./SelectionSum";

const tabs = () => [{ key: "", label: t("All") }, ...statuses()];

export function InvoicesPage() {
  usePageTitle(t("Invoices"));
  const { today, timezone } = useBusiness();
  const { filter, set } = useFilter();
  const list = useInfiniteQuery(invoicesQuery(filter));
  const rows = useMemo(() => rowsOf(list.data), [list.data]);
  const columns = useMemo(() => invoiceColumns({ timezone, today }), [timezone, today]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const total = totalOf(list.data);
  const status = filter.status ?? "";

  return (
    <div className="max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-28">
      <h1 className="mb-3 text-2xl font-bold tracking-[-0.022em]">{t("Invoices")}</h1>
      <Tabs
        label={t("By status")}
        chosen={status}
        onChoose={(key) => set({ status: key })}
        tabs={tabs().map((tab) => ({
          ...tab,
          count: tab.key === status ? (total ?? undefined) : undefined,
        }))}
      />
      <InvoiceFilters />
      {list.error && !rows ? (
        <Failure
          error={list.error}
          what={t("The list did not load. Your invoices are safe.")}
          retry={() => void list.refetch()}
        />
      ) : (
        <DataTable
          label={t("Invoices")}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          to={(row) => ({ to: "/invoices/$id", params: { id: row.id }, search: filter })}
          card={(row) => <InvoiceCard invoice={row} zone={timezone} today={today} />}
          sort={filter.sort}
          onSort={(sort) => set({ sort })}
          more={list}
          total={total}
          stale={list.isPlaceholderData}
          selection={{
            chosen,
            onChange: setChosen,
            label: numberOf,
            bar: (picked) => (
              <>
                <SelectionSum invoices={picked} />
                <BatchSend
                  invoices={picked.filter((one) => may(one, "send"))}
                  onDone={() => setChosen(new Set())}
                />
              </>
            ),
          }}
          empty={<NoInvoices />}
        />
      )}
    </div>
  );
}

function NoInvoices() {
  const { isNarrowed, clear } = useFilter();
  const navigate = useNavigate();
  const mayWrite = useMay("WRITE_DOCUMENTS");
  const create = () => void navigate({ to: ".", search: (now) => ({ ...now, draft: "new" }) });
  if (isNarrowed) {
    return (
      <Empty title={t("No invoice fits these filters.")}>
        <Button onClick={clear}>{t("Show all")}</Button>
      </Empty>
    );
  }
  if (!mayWrite) return <Empty title={t("No invoices yet.")} />;
  return (
    <Empty
      title={t(
        "No invoices yet. The first one takes a minute: choose a customer, write what you did, send.",
      )}
    >
      <Button kind="ink" onClick={create}>
        {t("New invoice")}
      </Button>
    </Empty>
  );
}
