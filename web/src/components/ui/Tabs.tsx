import { cx } from "@/lib/cx";

type Tab<K extends string> = { key: K; label: string; count?: number | undefined };

type Props<K extends string> = {
  label: string;
  tabs: Tab<K>[];
  chosen: K;
  onChoose: (key: K) => void;
};

/** Of more tabs than a phone has room for, the chosen one is seen. */
const intoView = (tab: HTMLElement | null) =>
  tab?.scrollIntoView?.({ block: "nearest", inline: "nearest" });

/** Filters of one list, with their counts; the chosen one lives in the address. */
export function Tabs<K extends string>({ label, tabs, chosen, onChoose }: Props<K>) {
  return (
    <nav
      aria-label={label}
      className="flex gap-5 overflow-x-auto border-b border-line [scrollbar-width:none] max-tablet:gap-4"
    >
      {tabs.map((tab) => (
        <button
          key={tab.key}
          ref={tab.key === chosen ? intoView : undefined}
          type="button"
          aria-current={tab.key === chosen ? "true" : undefined}
          onClick={() => onChoose(tab.key)}
          className={cx(
            "-mb-px border-b-2 py-2.5 font-medium whitespace-nowrap max-tablet:min-h-11",
            tab.key === chosen
              ? "border-ink font-semibold text-ink"
              : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {tab.label}
          {tab.count === undefined ? null : (
            <span className="ml-1.5 text-sm font-medium text-ink-3">{tab.count}</span>
          )}
        </button>
      ))}
    </nav>
  );
}

/** A choice between a few views of the same thing. */
export function Segments<K extends string>({ label, tabs, chosen, onChoose }: Props<K>) {
  return (
    <fieldset aria-label={label} className="inline-flex self-start rounded-control bg-sunken p-0.5">
      {tabs.map((tab) => (
        <button
          key={tab.key}
          type="button"
          aria-pressed={tab.key === chosen}
          onClick={() => onChoose(tab.key)}
          className={cx(
            "rounded-chip px-3 py-1 text-sm whitespace-nowrap max-tablet:min-h-10",
            tab.key === chosen ? "bg-raised font-semibold shadow-1" : "font-medium text-ink-2",
          )}
        >
          {tab.label}
        </button>
      ))}
    </fieldset>
  );
}
