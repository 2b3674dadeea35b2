import { Card } from "@/components/ui/Card";
import { Money } from "@/components/ui/Money";
import { isZero } from "@/lib/money";
import type { Invoice } from "./api";
import { t } from "./locales";

/** From what was done to what is still owed. */
export function InvoiceSum({ invoice }: { invoice: Invoice }) {
  const rows = [
    { label: t("Subtotal"), amount: invoice.subtotal },
    ...(isZero(invoice.discount_total)
      ? []
      : [{ label: t("Discount"), amount: `-${invoice.discount_total}` }]),
    ...invoice.tax_breakdown.map((tax) => ({
      label: `${tax.name} ${Number(tax.percent)} %`,
      amount: tax.tax,
    })),
    { label: t("Total"), amount: invoice.total },
    ...(isZero(invoice.amount_paid)
      ? []
      : [{ label: t("Paid @sum"), amount: `-${invoice.amount_paid}` }]),
  ];
  return (
    <Card title={t("Payments")}>
      <dl className="flex flex-col gap-2">
        {rows.map((row) => (
          <div key={row.label} className="flex justify-between gap-4">
            <dt className="text-ink-2">{row.label}</dt>
            <dd>
              <Money amount={row.amount} currency={invoice.currency} />
            </dd>
          </div>
        ))}
        <div className="flex justify-between gap-4 font-semibold">
          <dt>{t("Still owed")}</dt>
          <dd>
            <Money amount={invoice.amount_due} currency={invoice.currency} />
          </dd>
        </div>
      </dl>
    </Card>
  );
}
