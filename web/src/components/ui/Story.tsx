import type { ReactNode } from "react";
import { cx } from "@/lib/cx";
import { t } from "../locales";

export type Mark = "done" | "money" | "late" | "held" | "not" | "planned";

export type Fact = {
  key: string;
  mark: Mark;
  day: string;
  time?: string | undefined;
  title: ReactNode;
  children?: ReactNode;
};

const dots: Record<Mark, string> = {
  done: "rounded-full border-2 border-ink-2 bg-ink-2",
  money: "rounded-full border-2 border-paid bg-paid",
  late: "rounded-full border-2 border-late bg-late",
  held: "rotate-45 rounded-[2px] border-2 border-plan bg-paper",
  not: "rotate-45 rounded-[2px] border-2 border-disp bg-paper",
  planned: "rounded-full border-2 border-dashed border-edge bg-paper",
};

const titles: Partial<Record<Mark, string>> = { money: "text-paid", late: "text-late" };

/** Dates in the margin, a rule, facts. The spark is now: above it past, below it plan. */
export function Story({ past, plan }: { past: Fact[]; plan: Fact[] }) {
  return (
    <div>
      <ol aria-label={t("What happened")}>{past.map(row)}</ol>
      <div className="mb-4 flex items-center gap-2.5 text-xs font-bold">
        <span className="w-[84px] rounded-[4px] bg-spark px-2 py-0.5 text-center text-on-spark max-tablet:w-[78px]">
          {t("Today")}
        </span>
        <span aria-hidden="true" className="h-0.5 grow rounded-[1px] bg-spark" />
      </div>
      {plan.length ? <ol aria-label={t("What is planned")}>{plan.map(row)}</ol> : null}
    </div>
  );
}

function row(fact: Fact) {
  return (
    <li
      key={fact.key}
      className="group grid min-h-[60px] grid-cols-[84px_24px_minmax(0,1fr)] max-tablet:grid-cols-[78px_24px_minmax(0,1fr)]"
    >
      <div className="pt-px text-right text-sm text-ink-3">
        <b className="block font-semibold text-ink-2">{fact.day}</b>
        {fact.time}
      </div>
      <div className="relative" aria-hidden="true">
        <span
          className={cx(
            "absolute top-0 -bottom-px left-[11.5px] w-px group-first:top-2.5 group-last:bottom-auto group-last:h-2.5",
            fact.mark === "planned"
              ? "bg-[repeating-linear-gradient(var(--edge)_0_3px,transparent_3px_7px)]"
              : "bg-line-2",
          )}
        />
        <span className={cx("absolute top-1.5 left-[7px] size-2.5", dots[fact.mark])} />
      </div>
      <div className="min-w-0 pb-5 pl-3">
        <p className={cx("font-semibold", titles[fact.mark])}>{fact.title}</p>
        {fact.children}
      </div>
    </li>
  );
}
