import type { Column } from "@/components/ui/DataTable";
import { Money } from "@/components/ui/Money";
import { Monogram } from "@/components/ui/Monogram";
import { InvoiceStatus, isOpen, numberOf } from "@/features/shared/invoiceStatus";
import { nextWords } from "@/features/shared/nextWords";
import { cx } from "@/lib/cx";
import { day, dayOf, untilDue } from "@/lib/dates";
import { isZero } from "@/lib/money";
import type { Invoice } from "./api";
import { T, t } from "./locales";

type Where = { timezone: string; today: string };

export const invoiceColumns = ({ timezone, today }: Where): Column<Invoice>[] => [
  {
    key: "number",
    header: t("Number"),
    sort: "number",
    width: 112,
    cell: (row) => (
      <span
        className={cx("figures font-semibold", row.status === "VOID" && "text-ink-3 line-through")}
      >
        {numberOf(row)}
      </span>
    ),
  },
  {
    key: "customer",
    header: t("Customer"),
    sort: "contact_name",
    cell: (row) => (
      <span className="flex items-center gap-2.5">
        <Monogram name={row.contact_name} />
        <span className="truncate">{row.contact_name}</span>
      </span>
    ),
  },
  {
    key: "status",
    header: t("Status"),
    width: 148,
    cell: (row) => <InvoiceStatus invoice={row} />,
  },
  {
    key: "due",
    header: t("Due"),
    sort: "due_date",
    width: 124,
    cell: (row) => <Due invoice={row} today={today} />,
  },
  {
    key: "next",
    header: t("What happens next"),
    wide: true,
    width: 236,
    cell: (row) => <Next invoice={row} zone={timezone} today={today} />,
  },
  {
    key: "owed",
    header: t("Owed"),
    sort: "amount_due",
    width: 148,
    align: "right",
    cell: (row) => <Owed invoice={row} />,
  },
];

export function Due({ invoice, today }: { invoice: Invoice; today: string }) {
  return (
    <>
      {day(invoice.due_date, today)}
      {isOpen(invoice) || invoice.status === "DRAFT" ? (
        <span
          className={cx(
            "block text-xs",
            invoice.is_overdue ? "font-semibold text-late" : "text-ink-3",
          )}
        >
          {untilDue(invoice.due_date, today)}
        </span>
      ) : null}
    </>
  );
}

/** Dashed dot: planned. Spark dot: today. None: nothing is planned, and the words say why. */
export function Next({ invoice, zone, today }: { invoice: Invoice; zone: string; today: string }) {
  const at =
    invoice.status === "SCHEDULED" ? invoice.scheduled_send_at : invoice.next_reminder?.send_at;
  const hot = at && dayOf(at, zone) === today;
  return (
    <span className="flex items-center gap-2 text-sm text-ink-2">
      {at ? (
        <span
          aria-hidden="true"
          className={cx(
            "size-2 shrink-0 rounded-full border-[1.5px]",
            hot ? "border-spark-edge bg-spark" : "border-dashed border-edge",
          )}
        />
      ) : null}
      <span className="truncate">{nextWords(invoice, zone, today)}</span>
    </span>
  );
}

export function Owed({ invoice, brief }: { invoice: Invoice; brief?: boolean | undefined }) {
  const open = isOpen(invoice);
  const owes = open || ["DRAFT", "SCHEDULED"].includes(invoice.status);
  return (
    <>
      <Money
        amount={open ? invoice.amount_due : invoice.total}
        currency={invoice.currency}
        className={owes ? "font-semibold" : "text-ink-3"}
      />
      {open && !brief && !isZero(invoice.amount_paid) ? (
        <span className="figures block text-xs text-ink-3">
          <T
            text="of {amount}"
            amount={<Money amount={invoice.total} currency={invoice.currency} />}
          />
        </span>
      ) : null}
    </>
  );
}
