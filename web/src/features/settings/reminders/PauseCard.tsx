import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Notice } from "@/components/ui/Notice";
import { StatusPill } from "@/components/ui/StatusPill";
import { toast } from "@/components/ui/Toasts";
import { useBusiness, usePauseAll, useResumeAll } from "@/features/tenants/api";
import { moment } from "@/lib/dates";
import { t } from "../locales";
import { PauseDialog } from "./PauseDialog";

/** Whether the business reminds at all. */
export function PauseCard() {
  const business = useBusiness();
  const resume = useResumeAll();
  const pause = usePauseAll();
  const [pausing, setPausing] = useState(false);
  const { reminders_paused, reminders_paused_until: until, allowed_actions } = business;
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="min-w-0 grow basis-60">
          {reminders_paused ? (
            <StatusPill tone="plan" shape="bars">
              {t("All reminders wait")}
            </StatusPill>
          ) : (
            <StatusPill tone="paid" shape="tick">
              {t("Reminders go out")}
            </StatusPill>
          )}
          <p className="mt-2 text-sm text-ink-2">
            {reminders_paused
              ? until
                ? t("They go on {moment}. Of what was missed, each invoice's latest goes then.", {
                    moment: moment(until, business.timezone, business.today),
                  })
                : t(
                    "Until somebody resumes them. Of what was missed, each invoice's latest goes then.",
                  )
              : t("Each customer's plan says which goes when. A payment stops all of an invoice.")}
          </p>
        </div>
        {allowed_actions.includes("pause_reminders") ? (
          <Button onClick={() => setPausing(true)}>{t("Pause all")}</Button>
        ) : null}
        {allowed_actions.includes("resume_reminders") ? (
          <Button
            kind="spark"
            busy={resume.isPending}
            onClick={() =>
              resume.mutate(undefined, {
                onSuccess: () =>
                  toast(t("Reminders go out again."), () => pause.mutate(until ?? null)),
              })
            }
          >
            {t("Resume")}
          </Button>
        ) : null}
      </div>
      {resume.isError ? (
        <Notice tone="late" className="mt-3">
          {resume.error.message}
        </Notice>
      ) : null}
      {pausing ? <PauseDialog onClose={() => setPausing(false)} /> : null}
    </Card>
  );
}
