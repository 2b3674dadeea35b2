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
import { contactCountQuery, contactsQuery } from "./api";
import { sorts, useFilter } from "./filter";
import { t } from "./locales";
import { ContactCard, contactColumns } from "./rows";
import { paymentStatuses, types } from "./words";

const NewContact = lazy(async () => ({ default: (await import("./ContactForm")).NewContact }));

const tabs = () => [{ key: "ALL", label: t("All @people") }, ...types()] as const;

export function ContactsPage() {
  usePageTitle(t("Contacts"));
  const { new: creating } = useSearch({ from: "/business/contacts" });
  const { filter, set } = useFilter();
  const navigate = useNavigate({ from: "/contacts" });
  const { today } = useBusiness();
  const mayCreate = useMay("WRITE_CONTACTS");
  const found = useInfiniteQuery(contactsQuery(filter));
  const counts = useQueries({
    queries: tabs().map((tab) => contactCountQuery(tab.key === "ALL" ? undefined : tab.key)),
  });
  const narrowed = Boolean(filter.q || filter.payment_status || filter.type);

  const open = () => void navigate({ search: (now) => ({ ...now, new: "contact" }) });
  const close = () => void navigate({ search: ({ new: _, ...now }) => now });

  return (
    <div className="max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-28">
      <div className="mb-3 flex items-center justify-between gap-3">
        <h1 className="text-2xl font-bold tracking-[-0.022em]">{t("Contacts")}</h1>
        {mayCreate ? (
          <Button icon={<Plus className="size-4" />} onClick={open}>
            {t("New contact")}
          </Button>
        ) : null}
      </div>
      <Tabs
        label={t("Type")}
        tabs={tabs().map((tab, at) => ({ ...tab, count: counts[at]?.data ?? undefined }))}
        chosen={types().find((type) => type.key === filter.type)?.key ?? "ALL"}
        onChoose={(type) => set({ type: type === "ALL" ? undefined : type })}
      />
      <FilterBar
        search={
          <SearchField
            label={t("Name, company, e-mail, phone")}
            value={filter.q}
            onChange={(q) => set({ q })}
          />
        }
      >
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
      </FilterBar>
      {found.error && !found.data ? (
        <Failure
          error={found.error}
          what={t("The list did not load. Your contacts are safe.")}
          retry={() => void found.refetch()}
        />
      ) : (
        <DataTable
          label={t("Contacts")}
          columns={contactColumns(today)}
          rows={rowsOf(found.data)}
          rowKey={(contact) => contact.id}
          to={(contact) => ({
            to: "/contacts/$id",
            params: { id: contact.id },
            search: filter,
          })}
          card={(contact) => <ContactCard contact={contact} today={today} />}
          sort={filter.sort ?? "name"}
          onSort={(sort) => set({ sort })}
          more={found}
          total={totalOf(found.data)}
          stale={found.isPlaceholderData}
          empty={
            narrowed ? (
              <Empty title={t("No contact fits.")}>
                <Button onClick={() => void navigate({ search: {} })}>
                  {t("Show all @people")}
                </Button>
              </Empty>
            ) : (
              <Empty
                title={t(
                  "Nobody here yet. Add the first customer, or write an invoice and add them on the way.",
                )}
              >
                {mayCreate ? (
                  <Button kind="ink" onClick={open}>
                    {t("New contact")}
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
