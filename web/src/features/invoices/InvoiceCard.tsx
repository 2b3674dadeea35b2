import { InvoiceStatus, isOpen, numberOf } from "@/features/shared/invoiceStatus";
import { cx } from "@/lib/cx";
import { untilDue } from "@/lib/dates";
import type { Invoice } from "./api";
import { Next, Owed } from "./invoiceColumns";

type Props = {
  invoice: Invoice;
  zone: string;
  today: string;
  /** Beside a detail there is room for two lines. */
  brief?: boolean;
};

/** A row on a phone: name and amount, number and lateness, pill and what happens next. */
export function InvoiceCard({ invoice, zone, today, brief }: Props) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 gap-y-1">
      <b className="truncate font-semibold">{invoice.contact_name}</b>
      <span className="text-right">
        <Owed invoice={invoice} brief={brief} />
      </span>
      <span className={cx("truncate text-sm", invoice.is_overdue ? "text-late" : "text-ink-3")}>
        {numberOf(invoice)}
        {isOpen(invoice) ? `, ${untilDue(invoice.due_date, today)}` : null}
      </span>
      <span className="text-right">
        <InvoiceStatus invoice={invoice} />
      </span>
      {brief ? null : (
        <span className="col-span-2">
          <Next invoice={invoice} zone={zone} today={today} />
        </span>
      )}
    </span>
  );
}
