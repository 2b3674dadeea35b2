import type { ReactNode } from "react";
import { cx } from "@/lib/cx";
import type { Policy } from "../api";
import { spread } from "./spread";
import { channelOf, offsetWords, stepName, takeOverDay, toneOf } from "./words";

type Mark = {
  key: string;
  day: number;
  name: string;
  /** What fills its disc: friendly nothing, neutral half, firm all; the due day has no disc. */
  tone: string | null;
  more: string;
};

function marksOf(policy: Policy): Mark[] {
  const steps = policy.steps.map((step) => ({
    key: step.key,
    day: step.offset_days,
    name: stepName(step),
    tone: toneOf(step, policy),
    more: `${toneOf(step, policy)}, ${channelOf(step)}`,
  }));
  const due = { key: "due", day: 0, name: "Due day", tone: null, more: "" };
  const over = takeOverDay(policy);
  const person =
    over === null
      ? []
      : [
          {
            key: "person",
            day: over,
            name: "A person takes over",
            tone: "person",
            more: "no more messages by itself",
          },
        ];
  return [...steps, due, ...person].sort((a, b) => a.day - b.day);
}

/** A sample invoice along the policy: a ruler, or a list where there is no width for one. */
export function Timeline({ policy }: { policy: Policy }) {
  const marks = marksOf(policy);
  const places = spread(marks.map(({ day }) => day));
  const due = places[marks.findIndex(({ key }) => key === "due")] ?? 0;
  return (
    <>
      <div className="relative mx-10 h-[118px] max-tablet:hidden">
        <span aria-hidden="true" className="absolute inset-x-0 top-8 h-px bg-line-2" />
        <span
          aria-hidden="true"
          className="absolute top-[31px] right-0 h-[3px] bg-late opacity-40"
          style={{ left: `${due}%` }}
        />
        <ol aria-label="Steps of an invoice that nobody pays">
          {marks.map((mark, place) => (
            <li
              key={mark.key}
              className="absolute top-0 w-24 -translate-x-1/2 text-center"
              style={{ left: `${places[place]}%` }}
            >
              <Disc tone={mark.tone} className="mx-auto mt-[22px] mb-2" />
              <b className="block text-sm leading-4 font-semibold">{mark.name}</b>
              <Small>{mark.tone === null ? "" : offsetWords(mark.day)}</Small>
            </li>
          ))}
        </ol>
      </div>
      <ol
        aria-label="Steps of an invoice that nobody pays"
        className="flex flex-col gap-3 tablet:hidden"
      >
        {marks.map((mark) => (
          <li key={mark.key} className="flex items-center gap-3">
            <Disc tone={mark.tone} className="shrink-0" />
            <span className="min-w-0">
              <b className="font-semibold">{mark.name}</b>
              <Small>
                {[mark.tone === null ? "" : offsetWords(mark.day), mark.more]
                  .filter(Boolean)
                  .join(", ")}
              </Small>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

const Small = ({ children }: { children: ReactNode }) => (
  <span className="figures block text-xs text-ink-3">{children}</span>
);

/** Its tone by shape: empty, half, full; a person is a square, the due day a bar. */
function Disc({ tone, className }: { tone: string | null; className: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={cx("size-5", className)}>
      {tone === null ? (
        <rect x="9" y="0" width="2" height="20" className="fill-ink" />
      ) : tone === "person" ? (
        <rect
          x="3"
          y="3"
          width="14"
          height="14"
          rx="3"
          className="fill-surface stroke-disp"
          strokeWidth="2"
        />
      ) : (
        <>
          <circle cx="10" cy="10" r="7" className="fill-surface stroke-ink-2" strokeWidth="2" />
          {tone === "neutral" ? <path d="M10 3a7 7 0 0 1 0 14z" className="fill-ink-2" /> : null}
          {tone === "firm" ? <circle cx="10" cy="10" r="7" className="fill-ink-2" /> : null}
        </>
      )}
    </svg>
  );
}
