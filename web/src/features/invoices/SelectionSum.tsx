import { Money } from "@/components/ui/Money";
import { sum } from "@/lib/money";
import type { Invoice } from "./api";

/** One sum for each currency; they are never mixed. */
export function SelectionSum({ invoices }: { invoices: Invoice[] }) {
  const currencies = [...new Set(invoices.map((one) => one.currency))];
  return (
    <span className="flex gap-3">
      {currencies.map((currency) => (
        <Money
          key={currency}
          currency={currency}
          amount={sum(
            invoices.filter((one) => one.currency === currency).map((one) => one.amount_due),
            currency,
          )}
          className="[&>span]:text-on-ink"
        />
      ))}
    </span>
  );
}
