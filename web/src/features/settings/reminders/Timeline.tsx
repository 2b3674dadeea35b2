import type { ReactNode } from "react";
import { ToneDisc } from "@/features/shared/ToneDisc";
import type { Policy } from "../api";
import { t } from "../locales";
import { spread } from "./spread";
import { channelOf, offsetWords, stepName, takeOverDay, toneOf, toneWord } from "./words";

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
    more: `${toneWord(toneOf(step, policy))}, ${channelOf(step)}`,
  }));
  const due = { key: "due", day: 0, name: t("Due day"), tone: null, more: "" };
  const over = takeOverDay(policy);
  const person =
    over === null
      ? []
      : [
          {
            key: "person",
            day: over,
            name: t("A person takes over"),
            tone: "person",
            more: t("no more messages by itself"),
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
        <ol aria-label={t("Steps of an invoice that nobody pays")}>
          {marks.map((mark, place) => (
            <li
              key={mark.key}
              className="absolute top-0 w-24 -translate-x-1/2 text-center"
              style={{ left: `${places[place]}%` }}
            >
              <ToneDisc tone={mark.tone} className="mx-auto mt-[22px] mb-2" />
              <b className="block text-sm leading-4 font-semibold">{mark.name}</b>
              <Small>{mark.tone === null ? "" : offsetWords(mark.day)}</Small>
            </li>
          ))}
        </ol>
      </div>
      <ol
        aria-label={t("Steps of an invoice that nobody pays")}
        className="flex flex-col gap-3 tablet:hidden"
      >
        {marks.map((mark) => (
          <li key={mark.key} className="flex items-center gap-3">
            <ToneDisc tone={mark.tone} className="shrink-0" />
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
