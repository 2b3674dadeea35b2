import type { ReactNode } from "react";
import { t } from "../locales";

type Props = { count: number; onClear: () => void; children: ReactNode };

/** What can be done with the rows that are selected; from below, over the page. */
export function BulkBar({ count, onClear, children }: Props) {
  return (
    <>
      <span role="status" className="sr-only">
        {count ? t("{n} selected", { n: count }) : null}
      </span>
      {count ? (
        <div
          role="toolbar"
          aria-label={t("Selected rows")}
          className="fixed bottom-6 left-1/2 z-9 flex max-w-[92vw] -translate-x-1/2 items-center gap-3 rounded-card bg-ink-fill py-2 pr-2 pl-4 whitespace-nowrap text-on-ink shadow-2 animate-[enter-fade_var(--base)] desk:left-[calc(50%+108px)]"
        >
          <b className="font-semibold">{t("{n} selected", { n: count })}</b>
          {children}
          <button
            type="button"
            onClick={onClear}
            className="h-7 rounded-[7px] border border-current/30 px-2.5 text-sm font-semibold hover:border-current"
          >
            {t("Clear")}
          </button>
        </div>
      ) : null}
    </>
  );
}
