import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Filter } from "./api";
import { t } from "./locales";

export const sorts = () =>
  [
    { key: "name", label: t("Name") },
    { key: "-outstanding_balance", label: t("Owes most") },
    { key: "-last_invoice_date", label: t("Last billed") },
  ] as const;

/** The filter in the address: of the list, and beside a contact of the list it was opened from. */
export function useFilter() {
  const {
    draft: _draft,
    contact: _contact,
    new: _new,
    ...filter
  } = useSearch({ from: "/business/contacts" });
  const navigate = useNavigate();
  return {
    filter: filter satisfies Filter,
    set: (change: { [K in keyof Filter]: string | undefined }) =>
      void navigate({
        to: ".",
        search: (now) =>
          Object.fromEntries(Object.entries({ ...now, ...change }).filter(([, value]) => value)),
        replace: true,
      }),
  };
}
