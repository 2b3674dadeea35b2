import { Outlet, useParams } from "@tanstack/react-router";
import { TwoPaneLayout } from "@/components/ui/TwoPaneLayout";
import { useFilter } from "./filter";
import { InvoicePane } from "./InvoicePane";
import { t } from "./locales";

/** Invoices: the list, or one of them with the list beside it. */
export function InvoicesPlace() {
  const { id } = useParams({ strict: false });
  const { filter } = useFilter();
  return (
    <TwoPaneLayout
      list={id === undefined ? undefined : () => <InvoicePane chosen={id} />}
      back={{ to: "/invoices", search: filter }}
      label={t("Invoices")}
    >
      <Outlet />
    </TwoPaneLayout>
  );
}
