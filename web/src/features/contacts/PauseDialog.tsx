import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { DateField, SelectField } from "@/components/ui/Field";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { useBusiness } from "@/features/tenants/api";
import { fullDay, instantOf, plusDays } from "@/lib/dates";
import { type Contact, usePauseReminders } from "./api";

const DAYS_MEANT = 14;

/** No automatic reminders to this customer, for a while or until somebody resumes. */
export function PauseDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { today, timezone } = useBusiness();
  const [ends, setEnds] = useState<"resumed" | "day">("resumed");
  const [until, setUntil] = useState(plusDays(today, DAYS_MEANT));
  const pause = usePauseReminders(contact.id);
  const form = useId();

  function submit() {
    pause.mutate(ends === "day" ? instantOf(until, "00:00", timezone) : null, {
      onSuccess: () => {
        toast(
          ends === "day"
            ? `No reminders to ${contact.display_name} until ${fullDay(until)}.`
            : `No reminders to ${contact.display_name}.`,
        );
        onClose();
      },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Pause reminders to ${contact.display_name}`}
      foot={
        <>
          <span className="grow" />
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="ink" type="submit" form={form} busy={pause.isPending}>
            Pause reminders
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
          None of their invoices is reminded of meanwhile. What you send yourself still goes out.
        </p>
        <div className="grid grid-cols-2 gap-4 max-tablet:grid-cols-1">
          <SelectField
            label="Until"
            value={ends}
            onChange={(event) => setEnds(event.target.value as typeof ends)}
          >
            <option value="resumed">Somebody resumes them</option>
            <option value="day">A day</option>
          </SelectField>
          {ends === "day" ? (
            <DateField
              label="Reminders start again on"
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
