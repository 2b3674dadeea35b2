import { Because } from "@/components/ui/Because";
import { cx } from "@/lib/cx";
import { weekday } from "@/lib/dates";
import { t } from "./locales";

const facts = () => [
  {
    day: weekday(0),
    time: "09:00",
    dot: "border-ink-2 bg-ink-2",
    said: t("First reminder sent"),
    why: t("Three days late"),
  },
  {
    day: weekday(2),
    time: "08:52",
    dot: "border-paid bg-paid",
    said: t("Paid by M-PESA"),
    why: null,
  },
  {
    day: weekday(4),
    time: "09:00",
    dot: "border-dashed border-edge bg-surface",
    said: t("Second reminder not sent"),
    why: t("Paid two days ago"),
  },
];

/** What Duespark promises, as one invoice would tell it. Dark in both themes. */
export function DoorFigure() {
  return (
    <aside
      data-theme="dark"
      aria-label={t("What Duespark does")}
      className="flex flex-col justify-center bg-surface p-10 text-ink max-tablet:hidden desk:p-16"
    >
      <p className="text-3xl font-bold tracking-[-0.026em]">
        {t("One reminder per step.")}
        <br />
        {t("None after payment.")}
        <br />
        {t("A reason for each.")}
      </p>
      <ol className="mt-10 max-w-[440px]">
        {facts().map((fact) => (
          <li
            key={fact.day}
            className="group grid min-h-16 grid-cols-[68px_24px_minmax(0,1fr)] last:min-h-0"
          >
            <div className="figures pt-px text-sm text-ink-3">
              <b className="block font-semibold text-ink-2">{fact.day}</b>
              {fact.time}
            </div>
            <div aria-hidden="true" className="relative">
              <span className="absolute top-0 -bottom-px left-[11.5px] w-px bg-line-2 group-first:top-2.5 group-last:bottom-auto group-last:h-2.5" />
              <span
                className={cx(
                  "absolute top-1.5 left-[7px] size-2.5 rounded-full border-2",
                  fact.dot,
                )}
              />
            </div>
            <div className="pb-5 pl-3">
              <p className="font-semibold">{fact.said}</p>
              {fact.why ? <Because>{fact.why}</Because> : null}
            </div>
          </li>
        ))}
      </ol>
    </aside>
  );
}
