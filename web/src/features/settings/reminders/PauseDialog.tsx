import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { DateField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { useBusiness, usePauseAll, useResumeAll } from "@/features/tenants/api";
import { instantOf, plusDays } from "@/lib/dates";
import { showRefusal } from "@/lib/forms";
import { t } from "../locales";

/** For how long; a pause ends as its last day does, by the business's clock. */
export function PauseDialog({ onClose }: { onClose: () => void }) {
  const { today, timezone } = useBusiness();
  const pause = usePauseAll();
  const resume = useResumeAll();
  const form = useForm({ defaultValues: { until: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ until }) => {
    try {
      await pause.mutateAsync(until ? instantOf(plusDays(until, 1), "00:00", timezone) : null);
      toast(t("All reminders wait."), () => resume.mutate());
      onClose();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Pause all reminders?")}
      foot={
        <>
          <Button type="submit" form="pause" kind="ink" busy={isSubmitting}>
            {t("Pause")}
          </Button>
          <Button kind="ghost" onClick={onClose}>
            {t("Cancel")}
          </Button>
        </>
      }
    >
      <form id="pause" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p>
          {t(
            "No customer is reminded by itself until you resume. Invoices, receipts and what you send by hand go out as before.",
          )}
        </p>
        <DateField
          label={t("Last day of the pause")}
          hint={t("Empty: until somebody resumes.")}
          min={today}
          error={errors.until?.message}
          {...form.register("until")}
        />
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      </form>
    </Dialog>
  );
}
