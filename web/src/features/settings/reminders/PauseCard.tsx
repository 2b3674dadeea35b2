import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Notice } from "@/components/ui/Notice";
import { StatusPill } from "@/components/ui/StatusPill";
import { toast } from "@/components/ui/Toasts";
import { useBusiness, useResumeAll } from "@/features/tenants/api";
import { moment } from "@/lib/dates";
import { PauseDialog } from "./PauseDialog";

/** Whether the business reminds at all. */
export function PauseCard() {
  const business = useBusiness();
  const resume = useResumeAll();
  const [pausing, setPausing] = useState(false);
  const { reminders_paused, reminders_paused_until: until, allowed_actions } = business;
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="min-w-0 grow basis-60">
          {reminders_paused ? (
            <StatusPill tone="plan" shape="bars">
              All reminders wait
            </StatusPill>
          ) : (
            <StatusPill tone="paid" shape="tick">
              Reminders go out
            </StatusPill>
          )}
          <p className="mt-2 text-sm text-ink-2">
            {reminders_paused
              ? until
                ? `They go on ${moment(until, business.timezone, business.today)}. Of what was missed, each invoice's latest goes then.`
                : "Until somebody resumes them. Of what was missed, each invoice's latest goes then."
              : "Each customer's plan says which goes when. A payment stops all of an invoice."}
          </p>
        </div>
        {allowed_actions.includes("pause_reminders") ? (
          <Button onClick={() => setPausing(true)}>Pause all</Button>
        ) : null}
        {allowed_actions.includes("resume_reminders") ? (
          <Button
            kind="spark"
            busy={resume.isPending}
            onClick={() =>
              resume.mutate(undefined, { onSuccess: () => toast("Reminders go out again.") })
            }
          >
            Resume
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
