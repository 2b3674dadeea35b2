import { cx } from "@/lib/cx";
import { untilDue } from "@/lib/dates";
import type { Invoice } from "./api";
import { Next, Owed } from "./invoiceColumns";
import { InvoiceStatus, isOpen, numberOf } from "./status";

/** A row on a phone: name and amount, number and lateness, pill and what happens next. */
export function InvoiceCard({
  invoice,
  zone,
  today,
}: {
  invoice: Invoice;
  zone: string;
  today: string;
}) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1.5">
      <b className="truncate font-semibold">{invoice.contact_name}</b>
      <span className="text-right">
        <Owed invoice={invoice} />
      </span>
      <span className={cx("text-sm", invoice.is_overdue ? "text-late" : "text-ink-3")}>
        {numberOf(invoice)}
        {isOpen(invoice) ? `, ${untilDue(invoice.due_date, today)}` : null}
      </span>
      <span className="text-right">
        <InvoiceStatus invoice={invoice} />
      </span>
      <span className="col-span-2">
        <Next invoice={invoice} zone={zone} today={today} />
      </span>
    </span>
  );
}
