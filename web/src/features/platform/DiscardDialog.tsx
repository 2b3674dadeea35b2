import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { showRefusal } from "@/lib/forms";
import { z } from "@/lib/zod";
import { useDiscard } from "./api";
import { says, t } from "./locales";

const MOST = 1000;

const schema = z.object({
  reason: z
    .string()
    .trim()
    .min(1, says("Write what was done instead."))
    .max(MOST, says("Use at most {most} characters.", { most: MOST })),
});

type Props = { id: string; onClose: () => void };

/** Settles a letter without trying again, with the reason. */
export function DiscardDialog({ id, onClose }: Props) {
  const discard = useDiscard(id);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { reason: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await discard.mutateAsync(reason);
      toast(t("Discarded."));
      onClose();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Discard it?")}
      foot={
        <>
          <Button onClick={onClose} disabled={isSubmitting}>
            {t("Cancel")}
          </Button>
          <Button type="submit" form="discard-letter" kind="ink" busy={isSubmitting}>
            {t("Discard @letter")}
          </Button>
        </>
      }
    >
      <form id="discard-letter" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2">
          {t("Nothing is tried again. Settle it at the provider first; this cannot be taken back.")}
        </p>
        <TextArea
          label={t("What was done instead")}
          hint={t("It stands in the audit log, in the business's own too.")}
          rows={3}
          error={errors.reason?.message}
          {...form.register("reason")}
        />
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      </form>
    </Dialog>
  );
}
