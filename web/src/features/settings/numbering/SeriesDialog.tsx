import { zodResolver } from "@hookform/resolvers/zod";
import { useForm, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { showRefusal } from "@/lib/forms";
import { z } from "@/lib/zod";
import { type Series, useUpdateSeries } from "../api";
import { says, t } from "../locales";
import { kinds } from "./kinds";

const DIGITS = /^\d+$/;

const schema = (series: Series) =>
  z.object({
    prefix: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9/_-]{0,20}$/, says("Use up to 20 letters, digits, hyphens, / or _.")),
    padding: z.string().regex(/^([1-9]|1[0-2])$/, says("Write a number from 1 to 12.")),
    next_value: z
      .string()
      .trim()
      .regex(/^\d{1,12}$/, says("Write a whole number of at most 12 digits."))
      .refine(
        (value) => Number(value) >= series.next_value,
        says("Numbers only go forward: {least} or more.", { least: String(series.next_value) }),
      ),
  });

export function SeriesDialog({ series, onClose }: { series: Series; onClose: () => void }) {
  const update = useUpdateSeries();
  const form = useForm({
    resolver: zodResolver(schema(series)),
    defaultValues: {
      prefix: series.prefix,
      padding: String(series.padding),
      next_value: String(series.next_value),
    },
  });
  const { errors, dirtyFields, isDirty, isSubmitting } = form.formState;
  const [prefix, padding, next] = useWatch({
    control: form.control,
    name: ["prefix", "padding", "next_value"],
  });
  const preview = DIGITS.test(next) ? `${prefix}${next.padStart(Number(padding) || 1, "0")}` : "…";

  // the counter may have gone on meanwhile, so only what was changed is sent
  const submit = form.handleSubmit(async (typed) => {
    try {
      const changed = await update.mutateAsync({
        kind: series.kind,
        ...(dirtyFields.prefix ? { prefix: typed.prefix } : {}),
        ...(dirtyFields.padding ? { padding: Number(typed.padding) } : {}),
        ...(dirtyFields.next_value ? { next_value: Number(typed.next_value) } : {}),
      });
      toast(t("The next is {preview}.", { preview: changed.preview }));
      onClose();
    } catch (error) {
      showRefusal(form, error);
    }
  });

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Numbers: {kind}", { kind: kinds[series.kind]() })}
      foot={
        <>
          <Button type="submit" form="series" kind="ink" busy={isSubmitting} disabled={!isDirty}>
            {t("Save")}
          </Button>
          <Button kind="ghost" onClick={onClose}>
            {t("Cancel")}
          </Button>
        </>
      }
    >
      <form id="series" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p aria-live="polite">
          <span className="block text-sm text-ink-3">{t("The next one")}</span>
          <b className="figures text-2xl font-bold break-all">{preview}</b>
        </p>
        <TextField
          label={t("Begins with")}
          autoComplete="off"
          error={errors.prefix?.message}
          {...form.register("prefix")}
        />
        <div className="grid grid-cols-2 gap-4">
          <TextField
            label={t("Next number")}
            inputMode="numeric"
            autoComplete="off"
            error={errors.next_value?.message}
            {...form.register("next_value")}
          />
          <TextField
            label={t("Digits at least")}
            inputMode="numeric"
            autoComplete="off"
            error={errors.padding?.message}
            {...form.register("padding")}
          />
        </div>
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      </form>
    </Dialog>
  );
}
