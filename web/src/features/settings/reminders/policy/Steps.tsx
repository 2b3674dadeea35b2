import { Trash2 } from "lucide-react";
import { type UseFormReturn, useFieldArray } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { SelectField, TextField } from "@/components/ui/Field";
import { t } from "../../locales";
import { isFull, oneMore, type Values } from "./values";

type Props = { form: UseFormReturn<Values> };

/** The messages of a policy, each with its day, tone and way. */
export function Steps({ form }: Props) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "steps" });
  return (
    <fieldset>
      <legend className="mb-3 text-lg font-semibold">{t("Steps")}</legend>
      <ol className="flex flex-col gap-3">
        {fields.map((field, at) => (
          <li key={field.id} className="rounded-card border border-line p-4">
            <Step form={form} at={at} />
            <Button
              size="small"
              kind="ghost"
              className="mt-2 -ml-2.5"
              icon={<Trash2 className="size-4" />}
              disabled={fields.length === 1}
              onClick={() => remove(at)}
            >
              {t("Remove step {n}", { n: at + 1 })}
            </Button>
          </li>
        ))}
      </ol>
      <Button
        className="mt-3"
        disabled={isFull(fields)}
        onClick={() => append(oneMore(form.getValues("steps")))}
      >
        {t("Add a step")}
      </Button>
    </fieldset>
  );
}

function Step({ form, at }: Props & { at: number }) {
  const errors = form.formState.errors.steps?.[at];
  const step = form.watch(`steps.${at}`);
  const isAfter = step.side === "after" && step.days > 0;
  return (
    <div className="grid grid-cols-2 gap-3 tablet:grid-cols-[72px_96px_112px_minmax(0,1fr)_minmax(0,1fr)]">
      <TextField
        label={t("Days")}
        type="number"
        min={0}
        max={180}
        error={errors?.days?.message ?? errors?.key?.message}
        {...form.register(`steps.${at}.days`, { valueAsNumber: true })}
      />
      <SelectField label={t("The due day")} {...form.register(`steps.${at}.side`)}>
        <option value="before">{t("before")}</option>
        <option value="after">{t("after")}</option>
      </SelectField>
      <SelectField
        label={t("Counts as")}
        disabled={!isAfter}
        error={errors?.stage?.message}
        {...form.register(`steps.${at}.stage`)}
      >
        <option value="NONE">{t("Note")}</option>
        <option value="REMINDER_1">{t("First")}</option>
        <option value="REMINDER_2">{t("Second")}</option>
        <option value="FINAL">{t("Final")}</option>
      </SelectField>
      <SelectField
        label={t("Tone")}
        error={errors?.tone?.message}
        {...form.register(`steps.${at}.tone`)}
      >
        <option value="AUTO">{t("by lateness")}</option>
        <option value="FRIENDLY">{t("friendly")}</option>
        <option value="NEUTRAL">{t("neutral")}</option>
        <option value="FIRM">{t("firm")}</option>
      </SelectField>
      <SelectField
        label={t("Goes @step")}
        error={errors?.channel?.message}
        {...form.register(`steps.${at}.channel`)}
      >
        <option value="AUTO">{t("their choice")}</option>
        <option value="EMAIL">{t("by e-mail")}</option>
        <option value="SMS">{t("by SMS")}</option>
        <option value="WHATSAPP">{t("by WhatsApp")}</option>
      </SelectField>
    </div>
  );
}
