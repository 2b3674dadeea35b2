import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { previewQuery, type Reminder } from "@/features/reminders/api";
import { useBusiness } from "@/features/tenants/api";
import { moment } from "@/lib/dates";
import { may } from "../invoiceStatus";
import { t } from "../locales";
import { MailPreview } from "../MailPreview";
import { stepName } from "../reminderWords";
import { useChange } from "./acts";
import { ToneChoice } from "./ToneChoice";

/** A planned message as it would read, in its tone or another. */
export function ReadDialog({ reminder, onClose }: { reminder: Reminder; onClose: () => void }) {
  const { timezone, today } = useBusiness();
  const [tone, setTone] = useState(reminder.tone);
  const preview = useQuery(previewQuery(reminder.invoice_id, tone));
  const change = useChange(reminder);
  const changes = may(reminder, "update");

  function save(chosen: typeof tone | null) {
    change.mutate(
      { tone: chosen },
      {
        onSuccess: () => {
          toast(t("It speaks in that tone."));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("{step} to {name}", {
        step: stepName(reminder.step_key),
        name: reminder.contact_name,
      })}
      foot={
        <>
          <span className="grow text-sm text-ink-2">
            {reminder.status === "HELD"
              ? t("It waits. Nothing is sent from here.")
              : t("Goes {moment}. Nothing is sent from here.", {
                  moment: moment(reminder.send_at, timezone, today),
                })}
          </span>
          {changes && reminder.chosen_tone ? (
            <Button kind="ghost" disabled={change.isPending} onClick={() => save(null)}>
              {t("The policy's tone")}
            </Button>
          ) : null}
          {changes && tone !== reminder.tone ? (
            <Button kind="ink" busy={change.isPending} onClick={() => save(tone)}>
              {t("Use this tone")}
            </Button>
          ) : (
            <Button onClick={onClose}>{t("Close")}</Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {changes ? <ToneChoice tone={tone} onChoose={setTone} /> : null}
        <MailPreview preview={preview} />
        {change.error ? (
          <p role="alert" className="text-sm text-late">
            {change.error.message}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
