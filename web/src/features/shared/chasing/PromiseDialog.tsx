import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { DateField, TextField } from "@/components/ui/Field";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import type { Invoice } from "@/features/invoices/api";
import { useBusiness } from "@/features/tenants/api";
import { isApiError } from "@/lib/api/problem";
import { day as dayWords, plusDays } from "@/lib/dates";
import { t } from "../locales";
import { usePromise } from "./acts";

const MEANT_DAYS = 5;
const MOST_DAYS = 90;

/** The day on which the customer says they pay; until the day after nothing reminds them. */
export function PromiseDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { today } = useBusiness();
  const before = invoice.promise_to_pay_on;
  const [on, setOn] = useState(before ?? plusDays(today, MEANT_DAYS));
  const [note, setNote] = useState(invoice.promise_note ?? "");
  const promise = usePromise(invoice.id);
  const form = useId();
  const refusal = isApiError(promise.error) ? promise.error : null;

  function keep(promised_on: string | null) {
    promise.mutate(
      { promised_on, note: promised_on ? note.trim() || null : null },
      {
        onSuccess: () => {
          toast(
            promised_on
              ? t("Promised for {day}. Reminders wait until the day after.", {
                  day: dayWords(promised_on, today),
                })
              : t("The promise is taken back."),
          );
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("{name} promises to pay", { name: invoice.contact_name })}
      foot={
        <>
          {before ? (
            <Button kind="ghost" disabled={promise.isPending} onClick={() => keep(null)}>
              {t("Take the promise back")}
            </Button>
          ) : null}
          <span className="grow" />
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button kind="ink" type="submit" form={form} busy={promise.isPending}>
            {t("Keep the promise")}
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
          keep(on);
        }}
      >
        <p className="text-ink-2">
          {t("Reminders wait until the day after. If it is not paid then, the next one goes.")}
        </p>
        <DateField
          label={t("They pay by")}
          required
          min={today}
          max={plusDays(today, MOST_DAYS)}
          value={on}
          error={
            promise.error
              ? (refusal?.fieldMessage("promised_on") ?? promise.error.message)
              : undefined
          }
          onChange={(event) => setOn(event.target.value)}
        />
        <TextField
          label={t("Note @promise")}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
