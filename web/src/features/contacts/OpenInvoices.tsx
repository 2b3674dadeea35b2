import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { Money } from "@/components/ui/Money";
import { Failure } from "@/components/ui/States";
import { type Invoice, invoicesQuery } from "@/features/invoices/api";
import { InvoiceStatus, numberOf } from "@/features/shared/invoiceStatus";
import { nextWords } from "@/features/shared/nextWords";
import { useBusiness } from "@/features/tenants/api";
import { rowsOf } from "@/lib/api/paging";
import { day, untilDue } from "@/lib/dates";
import { t } from "./locales";

/** What the customer still owes, the oldest due day first. */
export function OpenInvoices({ contactId }: { contactId: string }) {
  const { timezone, today } = useBusiness();
  const of = (status: Invoice["status"]) => invoicesQuery({ contact_id: contactId, status });
  // the API knows no "open"; these three are all of it
  const late = useInfiniteQuery(of("OVERDUE"));
  const sent = useInfiniteQuery(of("SENT"));
  const partly = useInfiniteQuery(of("PARTIALLY_PAID"));
  const all = [late, sent, partly];
  const failed = all.find((query) => query.error && !query.data);
  const loaded = all.every((query) => query.data);
  const open = new Map(
    all.flatMap((query) => rowsOf(query.data) ?? []).map((invoice) => [invoice.id, invoice]),
  );
  const rows = [...open.values()].sort((a, b) => a.due_date.localeCompare(b.due_date));
  if (failed) {
    return (
      <Failure
        error={failed.error}
        what={t("The open invoices did not load. They are safe.")}
        retry={() => void failed.refetch()}
      />
    );
  }
  return (
    <>
      <DataTable
        label={t("Open invoices")}
        columns={columns(timezone, today)}
        rows={loaded ? rows : undefined}
        rowKey={(invoice) => invoice.id}
        to={(invoice) => ({ to: "/invoices/$id", params: { id: invoice.id } })}
        card={(invoice) => <InvoiceCard invoice={invoice} zone={timezone} today={today} />}
        empty={<p className="text-ink-2">{t("Nothing is owed.")}</p>}
      />
      <Link
        to="/invoices"
        search={{ contact_id: contactId }}
        className="mt-2 inline-flex min-h-11 items-center text-sm font-semibold underline underline-offset-3"
      >
        {t("All invoices")}
      </Link>
    </>
  );
}

const Due = ({ invoice, today }: { invoice: Invoice; today: string }) => (
  <span className={invoice.is_overdue ? "font-semibold text-late" : "text-ink-3"}>
    {untilDue(invoice.due_date, today)}
  </span>
);

const columns = (zone: string, today: string): Column<Invoice>[] => [
  { key: "number", header: t("Number"), width: 116, cell: numberOf },
  {
    key: "status",
    header: t("Status"),
    width: 126,
    cell: (invoice) => <InvoiceStatus invoice={invoice} />,
  },
  {
    key: "due",
    header: t("Due"),
    width: 116,
    cell: (invoice) => (
      <>
        <span className="figures block whitespace-nowrap">{day(invoice.due_date, today)}</span>
        <span className="block text-xs whitespace-nowrap">
          <Due invoice={invoice} today={today} />
        </span>
      </>
    ),
  },
  {
    key: "next",
    header: t("What happens next"),
    wide: true,
    cell: (invoice) => (
      <span className="block truncate text-sm text-ink-2">{nextWords(invoice, zone, today)}</span>
    ),
  },
  {
    key: "owed",
    header: t("Owed"),
    width: 160,
    align: "right",
    cell: (invoice) => (
      <Money amount={invoice.amount_due} currency={invoice.currency} className="font-semibold" />
    ),
  },
];

type CardProps = { invoice: Invoice; zone: string; today: string };

const InvoiceCard = ({ invoice, zone, today }: CardProps) => (
  <>
    <span className="flex justify-between gap-3">
      <b className="font-semibold">{numberOf(invoice)}</b>
      <Money amount={invoice.amount_due} currency={invoice.currency} className="font-semibold" />
    </span>
    <span className="mt-0.5 block text-sm">
      <Due invoice={invoice} today={today} />
    </span>
    <span className="mt-2.5 flex items-center justify-between gap-3">
      <InvoiceStatus invoice={invoice} />
      <span className="truncate text-sm text-ink-2">{nextWords(invoice, zone, today)}</span>
    </span>
  </>
);
