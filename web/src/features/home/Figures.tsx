import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Money } from "@/components/ui/Money";
import { cx } from "@/lib/cx";
import { moment, month } from "@/lib/dates";
import { isZero } from "@/lib/money";
import type { Position, Summary } from "./api";
import { T, t } from "./locales";

const big = "text-3xl font-bold tracking-[-0.02em]";

/** Owed, overdue, paid: the business's own currency large, others in words beside it. */
export function Figures({ summary }: { summary: Summary }) {
  const [home, ...others] = summary.by_currency;
  if (!home) return <Counts summary={summary} />;
  const oldest = Math.max(...summary.by_currency.map((one) => one.overdue.oldest_days));
  return (
    <div className="grid border-t-2 border-b border-t-ink border-b-line-2 tablet:grid-cols-[1.2fr_1fr_1fr]">
      <Figure label={t("Owed to you")} to="/invoices" search={{}}>
        <Money short owed amount={home.owed.amount} currency={home.currency} className={big} />
        <p>
          {rest(others, (position) => position.owed.amount)}
          {others.length
            ? invoices(summary.unpaid.count)
            : t("{invoices} from {n} customer | {invoices} from {n} customers", {
                invoices: invoices(summary.unpaid.count),
                n: home.owed.customers,
              })}
        </p>
        <Split position={home} />
      </Figure>
      <Figure label={t("Overdue")} to="/invoices" search={{ status: "OVERDUE" }}>
        <Money short amount={home.overdue.amount} currency={home.currency} className={big} />
        <p>
          {rest(others, (position) => position.overdue.amount)}
          {summary.overdue.count
            ? t("{invoices}, the oldest {n} day. | {invoices}, the oldest {n} days.", {
                invoices: invoices(summary.overdue.count),
                n: oldest,
              })
            : t("Nothing is late.")}
        </p>
      </Figure>
      <Figure
        label={t("Paid in {month}", { month: month(summary.today) })}
        to="/payments"
        search={{}}
      >
        <Money short amount={home.paid.this_month} currency={home.currency} className={big} />
        {others.some((position) => !isZero(position.paid.this_month)) ? (
          <p>{rest(others, (position) => position.paid.this_month, true)}</p>
        ) : null}
        <p>
          <T
            text="{amount} by this day of last month."
            amount={<Money amount={home.paid.last_month} currency={home.currency} />}
          />
        </p>
        {home.last_payment ? (
          <p>
            <T
              text="Last in: {amount} from {name}, {moment}."
              amount={<Money amount={home.last_payment.amount} currency={home.currency} />}
              name={home.last_payment.contact_name}
              moment={moment(home.last_payment.at, summary.timezone, summary.today)}
            />
          </p>
        ) : null}
      </Figure>
    </div>
  );
}

const invoices = (n: number) => t("{n} invoice | {n} invoices", { n });

/** What an agent sees: how many, not how much. */
function Counts({ summary }: { summary: Summary }) {
  return (
    <div className="grid border-t-2 border-b border-t-ink border-b-line-2 tablet:grid-cols-2">
      <Figure label={t("Open invoices")} to="/invoices" search={{}}>
        <span className={big}>{summary.unpaid.count}</span>
      </Figure>
      <Figure label={t("Overdue")} to="/invoices" search={{ status: "OVERDUE" }}>
        <span className={big}>{summary.overdue.count}</span>
      </Figure>
    </div>
  );
}

/** Other currencies, before what follows in the sentence or at its end. */
function rest(others: Position[], amount: (position: Position) => string, ends = false) {
  const some = others.filter((position) => !isZero(amount(position)));
  return some.map((position) => {
    const money = (
      <Money amount={amount(position)} currency={position.currency} className="font-semibold" />
    );
    return (
      <span key={position.currency}>
        {ends ? (
          <T text="and {amount}." amount={money} />
        ) : (
          <T text="and {amount}," amount={money} />
        )}{" "}
      </span>
    );
  });
}

type FigureProps = {
  label: string;
  to: "/invoices" | "/payments";
  search: Record<string, string>;
  children: ReactNode;
};

function Figure({ label, to, search, children }: FigureProps) {
  return (
    <section className="flex flex-col gap-2 py-5 text-sm text-ink-2 tablet:px-5 tablet:first:pl-0 tablet:not-first:border-l max-tablet:not-first:border-t border-line-2 [&>p>*]:text-inherit">
      <h2 className="font-semibold">
        <Link to={to} search={search} className="hover:underline">
          {label}
        </Link>
      </h2>
      <div className="flex flex-col items-start gap-2 [&>span:first-child]:text-ink">
        {children}
      </div>
    </section>
  );
}

/** How the sum owed divides; told in words to a screen reader. */
function Split({ position }: { position: Position }) {
  const parts = [
    { label: t("Not due"), amount: position.owed.not_due, fill: "bg-chart-in" },
    { label: t("Late"), amount: position.owed.late, fill: "bg-late" },
    { label: t("Disputed"), amount: position.owed.disputed, fill: "bg-disp" },
  ].filter((part) => !isZero(part.amount));
  if (parts.length === 0) return null;
  return (
    <div className="w-full max-w-[300px]">
      <div aria-hidden="true" className="flex h-1.5 gap-0.5 overflow-hidden rounded-[2px]">
        {parts.map((part) => (
          <span key={part.label} className={part.fill} style={{ flexGrow: Number(part.amount) }} />
        ))}
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
        {parts.map((part) => (
          <li key={part.label} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={cx("size-2 rounded-[2px]", part.fill)} />
            {part.label}
            <span className="sr-only">
              {position.currency} {part.amount}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
