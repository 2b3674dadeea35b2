import { useQuery } from "@tanstack/react-query";
import { Because } from "@/components/ui/Because";
import { Skeleton } from "@/components/ui/Skeleton";
import { evidenceOf, sentence, telling } from "@/features/shared/reminderRules";
import { stepName } from "@/features/shared/reminderWords";
import { ToneDisc } from "@/features/shared/ToneDisc";
import { useBusiness } from "@/features/tenants/api";
import { day, dayOf, plusDays, time } from "@/lib/dates";
import { useDebounced } from "@/lib/useDebounced";
import { t } from "../../locales";
import { sampleQuery } from "./api";
import { bodyOf, type Values } from "./values";

const PAUSE_MILLIS = 400;
const TERMS_DAYS = 14;

/** An invoice sent today and due in two weeks, as this policy would chase it if nobody paid. */
export function Sample({ values }: { values: Values }) {
  const { today } = useBusiness();
  // an invoice has a name for its policy even while it is written
  const body = useDebounced(
    bodyOf({ ...values, name: values.name.trim() || t("New policy") }),
    PAUSE_MILLIS,
  );
  const due = plusDays(today, TERMS_DAYS);
  const sample = useQuery(sampleQuery(body, due, today));
  return (
    <section aria-labelledby="sample" aria-busy={sample.isFetching}>
      <h3 id="sample" className="font-semibold">
        {t("An invoice that nobody pays")}
      </h3>
      <p className="mb-4 text-sm text-ink-2">
        {t("Sent today, due {day}. Nothing is sent from here.", { day: day(due, today) })}
      </p>
      {sample.error ? (
        <p role="alert" className="text-sm text-late">
          {sample.error.message}
        </p>
      ) : sample.data ? (
        <Days due={due} today={today} simulated={sample.data} />
      ) : (
        <div role="status" aria-label={t("Loading")} className="flex flex-col gap-5">
          <Skeleton className="w-52" />
          <Skeleton className="w-44" />
          <Skeleton className="w-52" />
        </div>
      )}
    </section>
  );
}

type Step = import("./api").Simulated["not_sent"][number];
type Mark = { key: string; at: string } & (
  | { what: "step"; step: Step }
  | { what: "due" }
  | { what: "person" }
);

function Days({
  simulated,
  due,
  today,
}: {
  simulated: import("./api").Simulated;
  due: string;
  today: string;
}) {
  const { timezone } = simulated;
  const went = simulated.messages.flatMap(({ at, steps }) =>
    steps.map((step): Mark => ({ key: step.step_key, at, what: "step", step })),
  );
  const left = simulated.not_sent.map(
    (step): Mark => ({ key: `not ${step.step_key}`, at: step.send_at, what: "step", step }),
  );
  const over = simulated.handed_over.map(({ at }): Mark => ({ key: "person", at, what: "person" }));
  const dueDay: Mark = { key: "due", at: `${due}T00:00:00Z`, what: "due" };
  const marks = [...went, ...left, ...over, dueDay].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <ol className="flex flex-col">
      {marks.map((mark) => (
        <li
          key={mark.key}
          className="relative grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 pb-5 before:absolute before:top-5 before:bottom-0 before:left-[9.5px] before:w-px before:bg-line-2 last:pb-0 last:before:hidden"
        >
          <ToneDisc tone={toneOf(mark)} />
          <div className="min-w-0">
            {mark.what === "due" ? (
              <p className="font-semibold">{t("Due {day}", { day: day(due, today) })}</p>
            ) : (
              <>
                <p className="font-semibold">{nameOf(mark)}</p>
                <p className="figures text-sm text-ink-3">
                  {day(dayOf(mark.at, timezone), today)}
                  {mark.what === "step" ? `, ${time(mark.at, timezone)}` : ""}
                </p>
                {mark.what === "step" ? (
                  <Because evidence={evidenceOf(mark.step.reasons)}>
                    {sentence(telling(mark.step.reasons)?.words ?? "")}
                  </Because>
                ) : (
                  <p className="text-sm text-ink-2">{t("No more messages by itself.")}</p>
                )}
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function toneOf(mark: Mark): string | null {
  if (mark.what === "step") return mark.step.tone.toLowerCase();
  return mark.what === "person" ? "person" : null;
}

function nameOf(mark: Exclude<Mark, { what: "due" }>): string {
  if (mark.what === "person") return t("A person takes over");
  const step = stepName(mark.step.step_key);
  return ["SENT", "SCHEDULED"].includes(mark.step.status) ? step : t("{step}: not sent", { step });
}
