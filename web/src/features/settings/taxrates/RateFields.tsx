import type { FieldErrors, UseFormRegister } from "react-hook-form";
import { TextField } from "@/components/ui/Field";
import { t } from "../locales";

export type RateValues = { name: string; percent: string; is_default: boolean };

type Props = { register: UseFormRegister<RateValues>; errors: FieldErrors<RateValues> };

export function RateFields({ register, errors }: Props) {
  return (
    <>
      <TextField
        label={t("Name")}
        hint={t("As it stands on the invoice, such as VAT.")}
        error={errors.name?.message}
        {...register("name")}
      />
      <TextField
        label={t("Percent")}
        inputMode="decimal"
        autoComplete="off"
        error={errors.percent?.message}
        {...register("percent")}
      />
      <label className="flex min-h-11 items-center gap-2.5">
        <input type="checkbox" className="size-4 accent-ink-fill" {...register("is_default")} />
        {t("Put it on new lines of an invoice")}
      </label>
    </>
  );
}
