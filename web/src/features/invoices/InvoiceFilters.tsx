import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Combobox } from "@/components/ui/Combobox";
import { DateField } from "@/components/ui/Field";
import { FilterBar, FilterChip, SortChoice } from "@/components/ui/FilterChip";
import { Monogram } from "@/components/ui/Monogram";
import { SearchField } from "@/components/ui/SearchField";
import { useBusiness } from "@/features/tenants/api";
import { useDebounced } from "@/lib/useDebounced";
import { customerQuery, customersQuery } from "./editor/customers";
import { NEWEST_FIRST, range, sorts, useFilter } from "./filter";
import { t } from "./locales";

const PAUSE_MILLIS = 200;

export function InvoiceFilters() {
  const { today } = useBusiness();
  const { filter, set } = useFilter();
  return (
    <FilterBar
      search={
        <SearchField
          label={t("Number, customer, amount")}
          value={filter.q}
          onChange={(q) => set({ q })}
        />
      }
    >
      <CustomerChip />
      <FilterChip
        label={t("Issued")}
        value={range(filter, today)}
        onClear={() => set({ from: undefined, to: undefined })}
      >
        {() => (
          <div className="grid grid-cols-2 gap-3">
            <DateField
              label={t("From")}
              value={filter.from ?? ""}
              onChange={(e) => set({ from: e.target.value })}
            />
            <DateField
              label={t("To @day")}
              value={filter.to ?? ""}
              onChange={(e) => set({ to: e.target.value })}
            />
          </div>
        )}
      </FilterChip>
      <InvoiceSort />
    </FilterBar>
  );
}

export function InvoiceSort() {
  const { filter, set } = useFilter();
  return (
    <SortChoice
      label={t("Sort")}
      options={sorts()}
      chosen={sorts().find((one) => one.key === (filter.sort ?? NEWEST_FIRST))?.key}
      onChoose={(sort) => set({ sort: sort === NEWEST_FIRST ? undefined : sort })}
    />
  );
}

function CustomerChip() {
  const { filter, set } = useFilter();
  const chosen = useQuery(customerQuery(filter.contact_id ?? ""));
  const name = chosen.data?.display_name ?? (chosen.isError ? t("Not found") : "…");
  return (
    <FilterChip
      label={t("Customer")}
      value={filter.contact_id ? name : undefined}
      onClear={() => set({ contact_id: undefined })}
    >
      {(close) => (
        <CustomerChoice
          chosen={filter.contact_id ? name : ""}
          onChoose={(contact_id) => {
            close();
            set({ contact_id });
          }}
        />
      )}
    </FilterChip>
  );
}

type ChoiceProps = { chosen: string; onChoose: (id: string) => void };

function CustomerChoice({ chosen, onChoose }: ChoiceProps) {
  const [word, setWord] = useState("");
  const found = useQuery(customersQuery(useDebounced(word, PAUSE_MILLIS)));
  return (
    <Combobox
      label={t("Customer")}
      placeholder={t("Name, e-mail or phone")}
      autoFocus
      chosen={chosen}
      onType={setWord}
      options={found.data}
      optionKey={(option) => option.id}
      option={(option) => (
        <span className="flex min-w-0 items-center gap-2.5">
          <Monogram name={option.display_name} />
          <span className="truncate">{option.display_name}</span>
        </span>
      )}
      onChoose={(option) => onChoose(option.id)}
    />
  );
}
