import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { DateField } from "@/components/ui/Field";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import type { Reminder } from "@/features/reminders/api";
import { useBusiness } from "@/features/tenants/api";
import { isApiError } from "@/lib/api/problem";
import { dayOf, day as dayWords, fullDay, plusDays } from "@/lib/dates";
import { t } from "../locales";
import { stepName } from "../reminderWords";
import { useChange } from "./acts";

const MOST_DAYS = 180;

/** The day that a refusal names as the next possible one. */
const NEXT_DAY = /\d{4}-\d{2}-\d{2}$/;

/** Another day for one reminder. The server says whether it can go then, and if not, when. */
export function MoveDialog({ reminder, onClose }: { reminder: Reminder; onClose: () => void }) {
  const { today } = useBusiness();
  const [day, setDay] = useState(dayOf(reminder.send_at, reminder.timezone));
  const change = useChange(reminder);
  const form = useId();
  const refusal = isApiError(change.error) ? change.error : null;
  const next = NEXT_DAY.exec(refusal?.fieldMessage("day") ?? "")?.[0];

  function move(to: string | null) {
    change.mutate(
      { day: to },
      {
        onSuccess: (moved) => {
          const on = dayOf(moved.send_at, moved.timezone);
          toast(t("Moved to {day}.", { day: dayWords(on, today) }));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Move: {step} to {name}", {
        step: stepName(reminder.step_key),
        name: reminder.contact_name,
      })}
      foot={
        <>
          {reminder.moved_to ? (
            <Button kind="ghost" disabled={change.isPending} onClick={() => move(null)}>
              {t("Back to the plan's own day")}
            </Button>
          ) : null}
          <span className="grow" />
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button kind="ink" type="submit" form={form} busy={change.isPending}>
            {t("Move @act")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          move(day);
        }}
      >
        <DateField
          label={t("Day")}
          hint={t("In the customer's own time. The hour stays theirs.")}
          required
          min={today}
          max={plusDays(today, MOST_DAYS)}
          value={day}
          error={change.error ? (refusal?.fieldMessage("day") ?? change.error.message) : undefined}
          onChange={(event) => setDay(event.target.value)}
        />
        {next ? (
          <Button
            className="self-start"
            disabled={change.isPending}
            onClick={() => {
              setDay(next);
              move(next);
            }}
          >
            {t("Take {day}", { day: fullDay(next) })}
          </Button>
        ) : null}
      </form>
    </Dialog>
  );
}
