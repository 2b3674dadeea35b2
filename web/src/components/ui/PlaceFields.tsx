import type { ComponentProps } from "react";
import { language, written } from "@/lib/language";
import { countries, countryName, currencies, currencyName, localeName, zones } from "@/lib/places";
import { t } from "../locales";
import { SelectField } from "./Field";

type Props = Omit<ComponentProps<typeof SelectField>, "children">;

const byName = (codes: string[], name: (code: string) => string) =>
  codes
    .map((code) => ({ code, name: name(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, language()));

let sorted: { language: string; countries: ReturnType<typeof byName> } | undefined;

/** Sorted once in each language. */
function countriesByName() {
  if (sorted?.language !== language())
    sorted = { language: language(), countries: byName(countries, countryName) };
  return sorted.countries;
}

/** A choice of what is known; what stands there already is kept though it is not. */
type Kept = Props & { current: string };

const withCurrent = (known: string[], current: string) =>
  known.includes(current) ? known : [current, ...known];

export const CountryField = ({ current, ...props }: Kept) => (
  <SelectField {...props}>
    {countries.includes(current) ? null : <option value={current}>{countryName(current)}</option>}
    {countriesByName().map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ))}
  </SelectField>
);

export const CurrencyField = ({ current, ...props }: Kept) => (
  <SelectField {...props}>
    {withCurrent(currencies, current).map((code) => (
      <option key={code} value={code}>
        {code} · {currencyName(code)}
      </option>
    ))}
  </SelectField>
);

const continentOf = (zone: string) => (zone.includes("/") ? zone.split("/", 1)[0] : t("World"));

/** Zones by continent. One that the browser does not list is kept; `none` is the choice of no zone. */
export function ZoneField({ current, none, ...props }: Kept & { none?: string }) {
  const all = current === "" ? zones() : withCurrent(zones(), current);
  return (
    <SelectField {...props}>
      {none ? <option value="">{none}</option> : null}
      {[...new Set(all.map(continentOf))].map((continent) => (
        <optgroup key={continent} label={continent}>
          {all
            .filter((zone) => continentOf(zone) === continent)
            .map((zone) => (
              <option key={zone} value={zone}>
                {zone.slice(zone.indexOf("/") + 1).replaceAll("_", " ")}
              </option>
            ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

const LOCALES = ["en-KE", "en-GB", "en-US", "en-ZA", "en-NG", "sw-KE", "sw-TZ", "fr-FR", "de-DE"];
const SAMPLE = new Date("2026-11-17T12:00:00Z");

const sample = (locale: string) =>
  `${SAMPLE.toLocaleDateString(written(locale), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })}, ${new Intl.NumberFormat(written(locale), { minimumFractionDigits: 2 }).format(1234.5)}`;

/** How days and amounts are written, shown by a sample. */
export function LocaleField({ current, ...props }: Kept) {
  const all = withCurrent(LOCALES, current);
  return (
    <SelectField {...props}>
      {all.map((locale) => (
        <option key={locale} value={locale}>
          {localeName(locale)}: {sample(locale)}
        </option>
      ))}
    </SelectField>
  );
}
