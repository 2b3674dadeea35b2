import { Money } from "@/components/ui/Money";
import { isOpen } from "@/features/shared/invoiceStatus";
import { useBusiness } from "@/features/tenants/api";
import { day, untilDue } from "@/lib/dates";
import type { Invoice } from "./api";
import { t } from "./locales";

export function InvoiceFigures({ invoice }: { invoice: Invoice }) {
  const { today } = useBusiness();
  const late = invoice.is_overdue;
  const promised = invoice.promise_to_pay_on;
  return (
    <dl className="flex flex-wrap border-t-2 border-b border-t-ink border-b-line-2 max-tablet:grid max-tablet:grid-cols-2">
      <Figure label={isOpen(invoice) ? t("Still owed") : t("Total")}>
        <Money
          owed={isOpen(invoice)}
          amount={isOpen(invoice) ? invoice.amount_due : invoice.total}
          currency={invoice.currency}
          className="text-2xl font-bold tracking-[-0.02em] max-tablet:text-xl"
        />
      </Figure>
      <Figure label={t("Paid @sum")}>
        <Money
          amount={invoice.amount_paid}
          currency={invoice.currency}
          className="text-2xl tracking-[-0.02em] max-tablet:text-xl"
        />
      </Figure>
      <Figure label={t("Due")}>
        <span className="block text-2xl tracking-[-0.02em] max-tablet:text-xl">
          {day(invoice.due_date, today)}
        </span>
        {isOpen(invoice) ? (
          <span className={late ? "text-sm font-semibold text-late" : "text-sm text-ink-3"}>
            {untilDue(invoice.due_date, today)}
          </span>
        ) : null}
      </Figure>
      {promised && isOpen(invoice) ? (
        <Figure label={t("Promised @figure")}>
          <span className="block text-2xl tracking-[-0.02em] max-tablet:text-xl">
            {day(promised, today)}
          </span>
          <span className="text-sm text-ink-3">
            {promised < today ? t("not kept") : untilDue(promised, today)}
          </span>
        </Figure>
      ) : null}
    </dl>
  );
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="border-line-2 py-4 pr-6 pl-6 first:pl-0 not-first:border-l max-tablet:px-4 max-tablet:nth-3:border-l-0 max-tablet:nth-3:pl-0">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
