import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { showRefusal } from "@/lib/forms";
import { z } from "@/lib/zod";
import { says, t } from "../locales";
import { required } from "../rules";
import { type PrivacyRequest, useOverride } from "./api";

const schema = z.object({ reason: required(says("Write why it cannot wait."), 1000) });

type Props = { request: PrivacyRequest; onClose: () => void };

export function OverrideDialog({ request, onClose }: Props) {
  const override = useOverride(request.id);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { reason: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await override.mutateAsync(reason);
      onClose();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Erase {name} although they owe?", { name: request.subject_name })}
      foot={
        <>
          <Button type="submit" form="privacy-override" kind="bad" busy={isSubmitting}>
            {t("Erase anyway")}
          </Button>
          <span className="grow" />
          <Button kind="ink" onClick={onClose} disabled={isSubmitting}>
            {t("Wait")}
          </Button>
        </>
      }
    >
      <form id="privacy-override" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2">
          {t("The invoices stay open, but nobody can be reminded of them any more.")}
        </p>
        <TextField
          label={t("Why")}
          hint={t("It stands in the audit log.")}
          autoComplete="off"
          error={errors.reason?.message}
          {...form.register("reason")}
        />
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      </form>
    </Dialog>
  );
}
