import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { DataTable } from "@/components/ui/DataTable";
import { DateField } from "@/components/ui/Field";
import { FilterBar, FilterChip } from "@/components/ui/FilterChip";
import { Money } from "@/components/ui/Money";
import { SearchField } from "@/components/ui/SearchField";
import { Empty, Failure } from "@/components/ui/States";
import { Tabs } from "@/components/ui/Tabs";
import { useMay } from "@/features/accounts/api";
import { useBusiness } from "@/features/tenants/api";
import { day } from "@/lib/dates";
import { sum } from "@/lib/money";
import { usePageTitle } from "@/lib/usePageTitle";
import { type Invoice, invoicesQuery } from "./api";
import { BatchSend } from "./BatchSend";
import { InvoiceCard } from "./InvoiceCard";
import { invoiceColumns } from "./invoiceColumns";
import { may, numberOf } from "./status";

const tabs = [
  { key: "", label: "All" },
  { key: "DRAFT", label: "Drafts" },
  { key: "SCHEDULED", label: "Scheduled" },
  { key: "SENT", label: "Sent" },
  { key: "PARTIALLY_PAID", label: "Partly paid" },
  { key: "OVERDUE", label: "Overdue" },
  { key: "PAID", label: "Paid" },
  { key: "VOID", label: "Void" },
];

export function InvoicesPage() {
  usePageTitle("Invoices");
  const { today, timezone } = useBusiness();
  const filter = useSearch({ from: "/business/invoices" });
  const navigate = useNavigate({ from: "/invoices" });
  const { draft: _draft, contact: _contact, ...asked } = filter;
  const list = useInfiniteQuery(invoicesQuery(asked));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = list.data?.pages.flatMap((page) => page.rows);
  const total = list.data?.pages[0]?.total;

  const set = (change: Partial<typeof filter>) =>
    void navigate({
      search: (now) =>
        Object.fromEntries(Object.entries({ ...now, ...change }).filter(([, value]) => value)),
      replace: true,
    });
  const mayWrite = useMay("WRITE_DOCUMENTS");
  const create = () => void navigate({ search: (now) => ({ ...now, draft: "new" }) });
  const isFiltered = Object.keys(asked).length > 0;

  return (
    <div className="max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-28">
      <h1 className="mb-3 text-2xl font-bold tracking-[-0.022em]">Invoices</h1>
      <Tabs
        label="By status"
        chosen={filter.status ?? ""}
        onChoose={(status) => set({ status })}
        tabs={tabs.map((tab) => ({
          ...tab,
          count: tab.key === (filter.status ?? "") ? (total ?? undefined) : undefined,
        }))}
      />
      <FilterBar
        search={
          <SearchField
            label="Number, customer, amount"
            value={filter.q}
            onChange={(q) => set({ q: q ?? "" })}
          />
        }
      >
        <FilterChip
          label="Due"
          value={range(filter.from, filter.to, today)}
          onClear={() => set({ from: "", to: "" })}
        >
          {() => (
            <div className="grid grid-cols-2 gap-3">
              <DateField
                label="From"
                value={filter.from ?? ""}
                onChange={(e) => set({ from: e.target.value })}
              />
              <DateField
                label="To"
                value={filter.to ?? ""}
                onChange={(e) => set({ to: e.target.value })}
              />
            </div>
          )}
        </FilterChip>
      </FilterBar>
      {list.error && !rows ? (
        <Failure
          error={list.error}
          what="The list did not load. Your invoices are safe."
          retry={() => void list.refetch()}
        />
      ) : (
        <DataTable
          label="Invoices"
          columns={invoiceColumns({ timezone, today })}
          rows={rows}
          rowKey={(row) => row.id}
          to={(row) => ({ to: "/invoices/$id", params: { id: row.id } })}
          card={(row) => <InvoiceCard invoice={row} zone={timezone} today={today} />}
          more={list}
          total={total}
          stale={list.isPlaceholderData}
          selection={{
            chosen,
            onChange: setChosen,
            label: numberOf,
            bar: (picked) => (
              <>
                <Sum invoices={picked} />
                <BatchSend
                  invoices={picked.filter((one) => may(one, "send"))}
                  onDone={() => setChosen(new Set())}
                />
              </>
            ),
          }}
          empty={
            isFiltered ? (
              <Empty title="No invoice fits these filters.">
                <Button onClick={() => void navigate({ search: {}, replace: true })}>
                  Show all
                </Button>
              </Empty>
            ) : !mayWrite ? (
              <Empty title="No invoices yet." />
            ) : (
              <Empty title="No invoices yet. The first one takes a minute: choose a customer, write what you did, send.">
                <Button kind="ink" onClick={create}>
                  New invoice
                </Button>
              </Empty>
            )
          }
        />
      )}
    </div>
  );
}

function range(from: string | undefined, to: string | undefined, today: string) {
  if (from && to) return `${day(from, today)} to ${day(to, today)}`;
  if (from) return `from ${day(from, today)}`;
  return to ? `up to ${day(to, today)}` : undefined;
}

/** One sum for each currency; they are never mixed. */
function Sum({ invoices }: { invoices: Invoice[] }) {
  const currencies = [...new Set(invoices.map((one) => one.currency))];
  return (
    <span className="flex gap-3">
      {currencies.map((currency) => (
        <Money
          key={currency}
          currency={currency}
          amount={sum(
            invoices.filter((one) => one.currency === currency).map((one) => one.amount_due),
            currency,
          )}
          className="[&>span]:text-on-ink"
        />
      ))}
    </span>
  );
}
