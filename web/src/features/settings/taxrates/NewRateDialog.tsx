import { zodResolver } from "@hookform/resolvers/zod";
import { type FieldErrors, type UseFormRegister, useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { showRefusal } from "@/lib/forms";
import { z } from "@/lib/zod";
import { useCreateTaxRate } from "../api";
import { says, t } from "../locales";
import { required } from "../rules";
import { percent } from "./percent";
import { RateFields, type RateValues } from "./RateFields";

const schema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_-]{1,20}$/, says("Use 1 to 20 letters, digits, hyphens or _.")),
  name: required(says("Write a name.")),
  percent,
  is_default: z.boolean(),
});

export function NewRateDialog({ onClose }: { onClose: () => void }) {
  const create = useCreateTaxRate();
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { code: "", name: "", percent: "", is_default: false },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (rate) => {
    try {
      await create.mutateAsync(rate);
      toast(t("{name} is added.", { name: rate.name }));
      onClose();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Add a tax rate")}
      foot={
        <>
          <Button type="submit" form="new-rate" kind="ink" busy={isSubmitting}>
            {t("Add")}
          </Button>
          <Button kind="ghost" onClick={onClose}>
            {t("Cancel")}
          </Button>
        </>
      }
    >
      <form id="new-rate" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t("Code")}
          hint={t("Short and final, such as VAT16. Imports and the API use it.")}
          autoComplete="off"
          error={errors.code?.message}
          {...form.register("code")}
        />
        <RateFields
          register={form.register as unknown as UseFormRegister<RateValues>}
          errors={errors as FieldErrors<RateValues>}
        />
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      </form>
    </Dialog>
  );
}
