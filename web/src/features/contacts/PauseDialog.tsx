import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { DateField, SelectField } from "@/components/ui/Field";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { useBusiness } from "@/features/tenants/api";
import { fullDay, instantOf, plusDays } from "@/lib/dates";
import { type Contact, useContactAct, usePauseReminders } from "./api";
import { t } from "./locales";

const DAYS_MEANT = 14;

/** No automatic reminders to this customer, for a while or until somebody resumes. */
export function PauseDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { today, timezone } = useBusiness();
  const [ends, setEnds] = useState<"resumed" | "day">("resumed");
  const [until, setUntil] = useState(plusDays(today, DAYS_MEANT));
  const pause = usePauseReminders(contact.id);
  const resume = useContactAct("resumeReminders");
  const form = useId();

  function submit() {
    pause.mutate(ends === "day" ? instantOf(until, "00:00", timezone) : null, {
      onSuccess: () => {
        toast(
          ends === "day"
            ? t("No reminders to {name} until {day}.", {
                name: contact.display_name,
                day: fullDay(until),
              })
            : t("No reminders to {name}.", { name: contact.display_name }),
          () => resume.mutate(contact.id),
        );
        onClose();
      },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Pause reminders to {name}", { name: contact.display_name })}
      foot={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button kind="ink" type="submit" form={form} busy={pause.isPending}>
            {t("Pause reminders")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="text-ink-2">
          {t(
            "None of their invoices is reminded of meanwhile. What you send yourself still goes out.",
          )}
        </p>
        <div className="grid grid-cols-2 gap-4 max-tablet:grid-cols-1">
          <SelectField
            label={t("Until")}
            value={ends}
            onChange={(event) => setEnds(event.target.value as typeof ends)}
          >
            <option value="resumed">{t("Somebody resumes them")}</option>
            <option value="day">{t("A day")}</option>
          </SelectField>
          {ends === "day" ? (
            <DateField
              label={t("Reminders start again on")}
              required
              min={plusDays(today, 1)}
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          ) : null}
        </div>
        {pause.error ? (
          <p role="alert" className="text-sm text-late">
            {pause.error.message}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
