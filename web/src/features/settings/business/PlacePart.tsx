import { useFormContext, useWatch } from "react-hook-form";
import { Card } from "@/components/ui/Card";
import { CountryField, CurrencyField, LocaleField, ZoneField } from "@/components/ui/PlaceFields";
import { t } from "../locales";
import type { Values } from "./values";

/** Where the business is, what it counts in and by which clock. */
export function PlacePart() {
  const { control, register, formState } = useFormContext<Values>();
  const [country, timezone, currency, locale] = useWatch({
    control,
    name: ["country", "timezone", "currency", "locale"],
  });
  const { errors } = formState;
  return (
    <Card title={t("Place")}>
      <div className="grid gap-4 tablet:grid-cols-2">
        <CountryField
          label={t("Country")}
          current={country}
          hint={t("Its public holidays move reminders.")}
          error={errors.country?.message}
          {...register("country")}
        />
        <ZoneField
          label={t("Time zone")}
          hint={t("Days and hours count by it. Planned reminders move with it.")}
          current={timezone}
          error={errors.timezone?.message}
          {...register("timezone")}
        />
        <CurrencyField
          label={t("Currency")}
          current={currency}
          hint={t("Of new invoices. Older ones keep theirs.")}
          error={errors.currency?.message}
          {...register("currency")}
        />
        <LocaleField
          label={t("Days and amounts")}
          hint={t("On documents of customers without a language of their own.")}
          current={locale}
          error={errors.locale?.message}
          {...register("locale")}
        />
      </div>
    </Card>
  );
}
