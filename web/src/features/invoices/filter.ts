import { useNavigate, useSearch } from "@tanstack/react-router";
import { isInvoiceStatus } from "@/features/shared/invoiceStatus";
import { day } from "@/lib/dates";
import { ARCHIVED, type Filter } from "./api";
import { t } from "./locales";

/** OVERDUE is a state of the day, not a stored one. */
export const statuses = () =>
  [
    { key: "DRAFT", label: t("Drafts") },
    { key: "SCHEDULED", label: t("Scheduled @many") },
    { key: "SENT", label: t("Sent @many") },
    { key: "PARTIALLY_PAID", label: t("Partly paid @many") },
    { key: "OVERDUE", label: t("Overdue") },
    { key: "PAID", label: t("Paid @many") },
    { key: "VOID", label: t("Void @many") },
    { key: ARCHIVED, label: t("Archive @place") },
  ] as const;

export const NEWEST_FIRST = "-created_at";

export const sorts = () =>
  [
    { key: NEWEST_FIRST, label: t("Newest first") },
    { key: "created_at", label: t("Oldest first") },
    { key: "due_date", label: t("Due first") },
    { key: "-due_date", label: t("Due last") },
    { key: "-amount_due", label: t("Owes most") },
    { key: "amount_due", label: t("Owes least") },
    { key: "contact_name", label: t("Customer") },
    { key: "-contact_name", label: t("Customer, Z to A") },
    { key: "number", label: t("Number") },
    { key: "-number", label: t("Number, last first") },
  ] as const;

const isSort = (word: string) => sorts().some(({ key }) => key === word);

/** The filter in the address: of the list, and beside a detail of the list it was opened from. */
export function useFilter() {
  const {
    draft: _draft,
    contact: _contact,
    sort,
    status,
    ...rest
  } = useSearch({
    from: "/business/invoices",
  });
  const navigate = useNavigate();
  // what somebody mistyped in the address is none
  const filter: Filter = {
    ...rest,
    ...(status && (status === ARCHIVED || isInvoiceStatus(status)) ? { status } : {}),
    ...(sort && isSort(sort) ? { sort } : {}),
  };
  const { sort: _sort, ...narrowing } = filter;

  return {
    filter,
    isNarrowed: Object.keys(narrowing).length > 0,
    set: (change: { [K in keyof Filter]: string | undefined }) =>
      void navigate({
        to: ".",
        search: (now) =>
          Object.fromEntries(Object.entries({ ...now, ...change }).filter(([, value]) => value)),
        replace: true,
      }),
    clear: () => void navigate({ to: ".", search: {}, replace: true }),
  };
}

/** "Tue 3 Nov to Fri 6 Nov"; undefined for every day. */
export function range({ from, to }: Filter, today: string) {
  if (from && to) return t("{first} to {last}", { first: day(from, today), last: day(to, today) });
  if (from) return t("from {day}", { day: day(from, today) });
  return to ? t("up to {day}", { day: day(to, today) }) : undefined;
}
