import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { CountryField, CurrencyField, ZoneField } from "@/components/ui/PlaceFields";
import { countryName, currencyName, currencyOf, zonesOf } from "@/lib/places";
import { t } from "./locales";
import type { Registration } from "./RegisterPage";

/** Where the business is: guessed, said in one sentence, and open to change. */
export function PlacePart() {
  const form = useFormContext<Registration>();
  const [country, currency, timezone] = useWatch({
    control: form.control,
    name: ["country", "currency", "timezone"],
  });
  const [open, setOpen] = useState(false);
  const { errors, dirtyFields } = form.formState;
  const isWrong = errors.country || errors.currency || errors.timezone;

  if (!open && !isWrong) {
    return (
      <p className="text-sm text-ink-2">
        {t("In {country}, with amounts in {currency} and the time of {place}.", {
          country: countryName(country),
          currency: currencyName(currency),
          place: timezone.slice(timezone.indexOf("/") + 1).replaceAll("_", " "),
        })}{" "}
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="rounded-chip font-medium text-ink underline decoration-line-2 underline-offset-3 hover:decoration-current max-tablet:-my-3 max-tablet:py-3"
        >
          {t("Change")}
        </button>
      </p>
    );
  }

  /** What nobody has chosen follows the country. */
  function follow(chosen: string) {
    const [zone] = zonesOf(chosen);
    if (!dirtyFields.currency) form.setValue("currency", currencyOf(chosen));
    if (!dirtyFields.timezone && zone && !zonesOf(chosen).includes(timezone)) {
      form.setValue("timezone", zone);
    }
  }

  return (
    <>
      <CountryField
        label={t("Country")}
        current={country}
        error={errors.country?.message}
        {...form.register("country", { onChange: (event) => follow(event.target.value) })}
      />
      <CurrencyField
        label={t("Currency")}
        current={currency}
        hint={t("Of new invoices. One invoice may use another.")}
        error={errors.currency?.message}
        {...form.register("currency")}
      />
      <ZoneField
        label={t("Time zone")}
        hint={t("Days and hours count by it, such as when a reminder goes.")}
        current={timezone}
        error={errors.timezone?.message}
        {...form.register("timezone")}
      />
    </>
  );
}
