import { useFormContext, useWatch } from "react-hook-form";
import { Card } from "@/components/ui/Card";
import { CountryField, CurrencyField, LocaleField, ZoneField } from "@/components/ui/PlaceFields";
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
    <Card title="Place">
      <div className="grid gap-4 tablet:grid-cols-2">
        <CountryField
          label="Country"
          current={country}
          hint="Its public holidays move reminders."
          error={errors.country?.message}
          {...register("country")}
        />
        <ZoneField
          label="Time zone"
          hint="Days and hours count by it. Planned reminders move with it."
          current={timezone}
          error={errors.timezone?.message}
          {...register("timezone")}
        />
        <CurrencyField
          label="Currency"
          current={currency}
          hint="Of new invoices. Older ones keep theirs."
          error={errors.currency?.message}
          {...register("currency")}
        />
        <LocaleField
          label="Days and amounts"
          hint="On documents of customers without a language of their own."
          current={locale}
          error={errors.locale?.message}
          {...register("locale")}
        />
      </div>
    </Card>
  );
}
