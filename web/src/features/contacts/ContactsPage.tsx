import { useInfiniteQuery, useQueries } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { lazy, Suspense } from "react";
import { Button } from "@/components/ui/Button";
import { DataTable } from "@/components/ui/DataTable";
import { FilterBar, FilterChoice, SortChoice } from "@/components/ui/FilterChip";
import { SearchField } from "@/components/ui/SearchField";
import { Empty, Failure } from "@/components/ui/States";
import { Tabs } from "@/components/ui/Tabs";
import { useMay } from "@/features/accounts/api";
import { useBusiness } from "@/features/tenants/api";
import { rowsOf, totalOf } from "@/lib/api/paging";
import { usePageTitle } from "@/lib/usePageTitle";
import { contactCountQuery, contactsQuery, type Filter } from "./api";
import { ContactCard, contactColumns } from "./rows";
import { paymentStatuses, types } from "./words";

const NewContact = lazy(async () => ({ default: (await import("./ContactForm")).NewContact }));

const tabs = [{ key: "ALL", label: "All" }, ...types] as const;

const sorts = [
  { key: "name", label: "Name" },
  { key: "-outstanding_balance", label: "Owes most" },
  { key: "-last_invoice_date", label: "Last billed" },
] as const;

export function ContactsPage() {
  usePageTitle("Contacts");
  const { new: creating, ...filter } = useSearch({ from: "/business/contacts" });
  const navigate = useNavigate({ from: "/contacts" });
  const { today } = useBusiness();
  const mayCreate = useMay("WRITE_CONTACTS");
  const { draft: _draft, contact: _contact, ...asked } = filter;
  const found = useInfiniteQuery(contactsQuery(asked));
  const counts = useQueries({
    queries: tabs.map((tab) => contactCountQuery(tab.key === "ALL" ? undefined : tab.key)),
  });
  const narrowed = Boolean(filter.q || filter.payment_status || filter.type);

  const set = (change: { [K in keyof Filter]: string | undefined }) =>
    void navigate({ search: (now) => withoutBlanks({ ...now, ...change }), replace: true });
  const open = () => void navigate({ search: (now) => ({ ...now, new: "contact" }) });
  const close = () => void navigate({ search: ({ new: _, ...now }) => now });

  return (
    <div className="max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-28">
      <div className="mb-3 flex items-center justify-between gap-3">
        <h1 className="text-2xl font-bold tracking-[-0.022em]">Contacts</h1>
        {mayCreate ? (
          <Button icon={<Plus className="size-4" />} onClick={open}>
            New contact
          </Button>
        ) : null}
      </div>
      <Tabs
        label="Type"
        tabs={tabs.map((tab, at) => ({ ...tab, count: counts[at]?.data ?? undefined }))}
        chosen={types.find((type) => type.key === filter.type)?.key ?? "ALL"}
        onChoose={(type) => set({ type: type === "ALL" ? undefined : type })}
      />
      <FilterBar
        search={
          <SearchField
            label="Name, company, e-mail, phone"
            value={filter.q}
            onChange={(q) => set({ q })}
          />
        }
      >
        <FilterChoice
          label="Payment"
          options={paymentStatuses}
          chosen={paymentStatuses.find((one) => one.key === filter.payment_status)?.key}
          onChoose={(payment_status) => set({ payment_status })}
        />
        <SortChoice
          label="Sort"
          options={sorts}
          chosen={sorts.find((one) => one.key === (filter.sort ?? "name"))?.key}
          onChoose={(sort) => set({ sort })}
        />
      </FilterBar>
      {found.error && !found.data ? (
        <Failure
          error={found.error}
          what="The list did not load. Your contacts are safe."
          retry={() => void found.refetch()}
        />
      ) : (
        <DataTable
          label="Contacts"
          columns={contactColumns(today)}
          rows={rowsOf(found.data)}
          rowKey={(contact) => contact.id}
          to={(contact) => ({ to: "/contacts/$id", params: { id: contact.id } })}
          card={(contact) => <ContactCard contact={contact} today={today} />}
          sort={filter.sort ?? "name"}
          onSort={(sort) => set({ sort })}
          more={found}
          total={totalOf(found.data)}
          stale={found.isPlaceholderData}
          empty={
            narrowed ? (
              <Empty title="No contact fits.">
                <Button onClick={() => void navigate({ search: {} })}>Show all</Button>
              </Empty>
            ) : (
              <Empty title="Nobody here yet. Add the first customer, or write an invoice and add them on the way.">
                {mayCreate ? (
                  <Button kind="ink" onClick={open}>
                    New contact
                  </Button>
                ) : null}
              </Empty>
            )
          }
        />
      )}
      {creating ? (
        <Suspense>
          <NewContact
            onClose={close}
            onSaved={(contact) =>
              void navigate({ to: "/contacts/$id", params: { id: contact.id }, search: {} })
            }
          />
        </Suspense>
      ) : null}
    </div>
  );
}

const withoutBlanks = <T extends object>(search: T) =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };
