import type { UseFormReturn } from "react-hook-form";
import { SelectField, TextField } from "@/components/ui/Field";
import { t } from "../../locales";
import { catchUps } from "../words";
import type { Values } from "./values";

type Props = { form: UseFormReturn<Values> };

type Numbered =
  | "tone_neutral_after_days"
  | "tone_firm_after_days"
  | "cap_per_day"
  | "cap_per_week"
  | "collections_after_days"
  | "quiet_days_after_send";

/** What else the policy says: hours, limits, and what it takes account of. */
export function Rules({ form }: Props) {
  const { errors } = form.formState;
  const number = (name: Numbered, label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      type="number"
      error={errors[name]?.message}
      {...form.register(name, { valueAsNumber: true })}
    />
  );
  const own = form.watch("own_window");
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-3 text-lg font-semibold">{t("Rules")}</legend>
      <div className="flex flex-col">
        <Switch form={form} name="enabled" words={t("Remind by this policy")} />
        <Switch form={form} name="adaptive" words={t("Follow how each customer pays")} />
        <Switch form={form} name="consolidate" words={t("One message for invoices that meet")} />
        <Switch form={form} name="own_window" words={t("Sending hours of its own")} />
      </div>
      {own ? (
        <div className="grid grid-cols-2 gap-4">
          <TextField
            label={t("From")}
            type="time"
            error={errors.window_start?.message}
            {...form.register("window_start")}
          />
          <TextField
            label={t("Until")}
            type="time"
            error={errors.window_end?.message}
            {...form.register("window_end")}
          />
        </div>
      ) : null}
      <div className="grid gap-4 tablet:grid-cols-2">
        {number("cap_per_day", t("Messages a day, at most"))}
        {number("cap_per_week", t("Messages in seven days, at most"))}
        {number(
          "quiet_days_after_send",
          t("Quiet days"),
          t("After any message about the invoice."),
        )}
        {number(
          "collections_after_days",
          t("Days until a person takes over"),
          t("After the final reminder."),
        )}
        {number("tone_neutral_after_days", t("Neutral after days"), t("Days overdue."))}
        {number("tone_firm_after_days", t("Firm after days"), t("Days overdue."))}
        <SelectField
          label={t("Late by our own fault")}
          error={errors.catch_up?.message}
          {...form.register("catch_up")}
        >
          {(["LATEST", "ALL", "SKIP", "ASK"] as const).map((key) => (
            <option key={key} value={key}>
              {catchUps[key]()}
            </option>
          ))}
        </SelectField>
      </div>
    </fieldset>
  );
}

type SwitchProps = Props & {
  name: "enabled" | "adaptive" | "consolidate" | "own_window";
  words: string;
};

const Switch = ({ form, name, words }: SwitchProps) => (
  <label className="flex min-h-10 items-center gap-2.5 max-tablet:min-h-11">
    <input type="checkbox" className="size-4 accent-ink-fill" {...form.register(name)} />
    {words}
  </label>
);
