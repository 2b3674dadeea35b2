import type { ReactNode } from "react";
import { Money } from "@/components/ui/Money";
import type { Contact } from "./api";
import { t } from "./locales";

type Sums = Contact["financial_summary"]["by_currency"][number];

/** Owed, paid, billed; a line for each currency, since those are never added. */
export function Figures({ contact }: { contact: Contact }) {
  const summary = contact.financial_summary;
  const sums: Sums[] = summary.by_currency.length
    ? summary.by_currency
    : [{ ...summary, invoices: 0 }];
  return (
    <div className="border-t-2 border-ink">
      {sums.map((sum, at) => (
        <dl
          key={sum.currency}
          className="grid grid-cols-[1.25fr_1fr_1fr] border-b border-line-2 max-tablet:grid-cols-2"
        >
          <Figure label={t("Still owed")} lead>
            <Money amount={sum.outstanding_balance} currency={sum.currency} owed={at === 0} />
          </Figure>
          <Figure label={t("Paid @sum")}>
            <Money amount={sum.total_paid} currency={sum.currency} />
          </Figure>
          <Figure label={t("Billed")}>
            <Money amount={sum.total_billed} currency={sum.currency} />
            <span className="ml-2 text-sm font-normal text-ink-3">
              {t("in {n} invoice | in {n} invoices", { n: sum.invoices })}
            </span>
          </Figure>
        </dl>
      ))}
    </div>
  );
}

function Figure({ label, lead, children }: { label: string; lead?: boolean; children: ReactNode }) {
  return (
    <div
      className={
        lead
          ? "py-4 pr-6 max-tablet:col-span-full"
          : "border-l border-line px-6 py-4 max-tablet:border-l-0 max-tablet:px-0 max-tablet:pt-0"
      }
    >
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className={lead ? "mt-1 text-2xl font-bold" : "mt-1 text-xl font-medium"}>{children}</dd>
    </div>
  );
}
