import { useQuery } from "@tanstack/react-query";
import { Because } from "@/components/ui/Because";
import { Money } from "@/components/ui/Money";
import { Spinner } from "@/components/ui/Spinner";
import { stepName } from "@/features/shared/reminderWords";
import { day, dayOf } from "@/lib/dates";
import { isZero } from "@/lib/money";
import { nextSendTimesQuery } from "../api";
import { t } from "../locales";
import type { Form } from "./form";
import { useTotals } from "./useTotals";

type Props = { form: Form; draftId: string | null; zone: string; today: string };

/** What the lines add up to, by the server's own rules, and what happens if nobody pays. */
export function TotalsPanel({ form, draftId, zone, today }: Props) {
  const { totals, error, isFetching } = useTotals(form);
  const total = totals?.total ?? "0";
  return (
    <aside className="flex flex-col gap-7 border-l border-line bg-paper p-6 max-tablet:border-t max-tablet:border-l-0">
      <div>
        <p className="flex items-center gap-2 text-sm text-ink-3">
          {t("Total")} {isFetching ? <Spinner /> : null}
        </p>
        <Money
          owed
          amount={total}
          currency={form.currency}
          className="text-2xl font-bold tracking-[-0.022em]"
        />
        {error ? (
          <p role="alert" className="mt-2 text-sm text-late">
            {error.message}
          </p>
        ) : null}
        {totals ? (
          <dl className="mt-4 flex flex-col gap-2">
            <Row label={t("Subtotal")} amount={totals.subtotal} currency={form.currency} />
            {isZero(totals.discount_total) ? null : (
              <Row
                label={t("Discount")}
                amount={`-${totals.discount_total}`}
                currency={form.currency}
              />
            )}
            {totals.tax_breakdown.map((tax) => (
              <Row
                key={tax.tax_code}
                label={`${tax.name} ${Number(tax.percent)} %`}
                amount={tax.tax}
                currency={form.currency}
              />
            ))}
          </dl>
        ) : null}
      </div>
      {draftId ? <Plan id={draftId} zone={zone} today={today} due={form.due_date} /> : null}
    </aside>
  );
}

function Row({ label, amount, currency }: { label: string; amount: string; currency: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink-2">{label}</dt>
      <dd>
        <Money amount={amount} currency={currency} />
      </dd>
    </div>
  );
}

function Plan({ id, zone, today, due }: { id: string; zone: string; today: string; due: string }) {
  const plan = useQuery({
    ...nextSendTimesQuery(id, null),
    queryKey: ["invoices", "next-send-times", id, due],
  });
  if (!plan.data?.length) return null;
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold">{t("If it is not paid")}</h3>
      <ol className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
        {plan.data.map((step) => (
          <li key={step.step_key} className="col-span-2 grid grid-cols-subgrid">
            <span className="whitespace-nowrap text-right text-ink-3">
              {day(dayOf(step.send_at, zone), today)}
            </span>
            <span>
              {stepName(step.step_key)}
              {step.reasons.length > 1 ? <Because>{step.reasons.at(-1)}</Because> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
