import { cx } from "@/lib/cx";
import { figures, headline } from "@/lib/money";

type Props = {
  amount: string;
  currency: string;
  /** The one figure still to be paid: a double rule below it. */
  owed?: boolean | undefined;
  /** Leaves out decimals that are zero. */
  short?: boolean | undefined;
  className?: string | undefined;
};

/** An amount: the code first, smaller and quieter than its figures. */
export function Money({ amount, currency, owed, short, className }: Props) {
  return (
    <span
      className={cx("figures whitespace-nowrap [font-kerning:none]", owed && "owed", className)}
    >
      <span className="mr-[.28em] font-sans text-[max(.62em,10px)] font-medium text-ink-3">
        {currency}
      </span>
      {short ? headline(amount, currency) : figures(amount, currency)}
    </span>
  );
}
