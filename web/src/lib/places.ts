import { language } from "./language";

/**
 * Countries (ISO 3166-1) by the currency (ISO 4217) that they pay in. The server has the same list;
 * here it shows a choice before it is made.
 */
const byCurrency: Record<string, string> = {
  AED: "AE",
  AFN: "AF",
  ALL: "AL",
  AMD: "AM",
  AOA: "AO",
  ARS: "AR",
  AUD: "AU CC CX HM KI NF NR TV",
  AWG: "AW",
  AZN: "AZ",
  BAM: "BA",
  BBD: "BB",
  BDT: "BD",
  BHD: "BH",
  BIF: "BI",
  BMD: "BM",
  BND: "BN",
  BOB: "BO",
  BRL: "BR",
  BSD: "BS",
  BTN: "BT",
  BWP: "BW",
  BYN: "BY",
  BZD: "BZ",
  CAD: "CA",
  CDF: "CD",
  CHF: "CH LI",
  CLP: "CL",
  CNY: "CN",
  COP: "CO",
  CRC: "CR",
  CUP: "CU",
  CVE: "CV",
  CZK: "CZ",
  DJF: "DJ",
  DKK: "DK FO GL",
  DOP: "DO",
  DZD: "DZ",
  EGP: "EG",
  ERN: "ER",
  ETB: "ET",
  EUR: "AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA YT",
  FJD: "FJ",
  FKP: "FK",
  GBP: "GB GG GS IM JE",
  GEL: "GE",
  GHS: "GH",
  GIP: "GI",
  GMD: "GM",
  GNF: "GN",
  GTQ: "GT",
  GYD: "GY",
  HKD: "HK",
  HNL: "HN",
  HTG: "HT",
  HUF: "HU",
  IDR: "ID",
  ILS: "IL PS",
  INR: "IN",
  IQD: "IQ",
  IRR: "IR",
  ISK: "IS",
  JMD: "JM",
  JOD: "JO",
  JPY: "JP",
  KES: "KE",
  KGS: "KG",
  KHR: "KH",
  KMF: "KM",
  KPW: "KP",
  KRW: "KR",
  KWD: "KW",
  KYD: "KY",
  KZT: "KZ",
  LAK: "LA",
  LBP: "LB",
  LKR: "LK",
  LRD: "LR",
  LSL: "LS",
  LYD: "LY",
  MAD: "EH MA",
  MDL: "MD",
  MGA: "MG",
  MKD: "MK",
  MMK: "MM",
  MNT: "MN",
  MOP: "MO",
  MRU: "MR",
  MUR: "MU",
  MVR: "MV",
  MWK: "MW",
  MXN: "MX",
  MYR: "MY",
  MZN: "MZ",
  NAD: "NA",
  NGN: "NG",
  NIO: "NI",
  NOK: "BV NO SJ",
  NPR: "NP",
  NZD: "CK NU NZ PN TK",
  OMR: "OM",
  PAB: "PA",
  PEN: "PE",
  PGK: "PG",
  PHP: "PH",
  PKR: "PK",
  PLN: "PL",
  PYG: "PY",
  QAR: "QA",
  RON: "RO",
  RSD: "RS",
  RUB: "RU",
  RWF: "RW",
  SAR: "SA",
  SBD: "SB",
  SCR: "SC",
  SDG: "SD",
  SEK: "SE",
  SGD: "SG",
  SHP: "SH",
  SLE: "SL",
  SOS: "SO",
  SRD: "SR",
  SSP: "SS",
  STN: "ST",
  SVC: "SV",
  SYP: "SY",
  SZL: "SZ",
  THB: "TH",
  TJS: "TJ",
  TMT: "TM",
  TND: "TN",
  TOP: "TO",
  TRY: "TR",
  TTD: "TT",
  TWD: "TW",
  TZS: "TZ",
  UAH: "UA",
  UGX: "UG",
  USD: "AS BQ EC FM GU IO MH MP PR PW TC TL UM US VG VI",
  UYU: "UY",
  UZS: "UZ",
  VES: "VE",
  VND: "VN",
  VUV: "VU",
  WST: "WS",
  XAF: "CF CG CM GA GQ TD",
  XCD: "AG AI DM GD KN LC MS VC",
  XCG: "CW SX",
  XOF: "BF BJ CI GW ML NE SN TG",
  XPF: "NC PF WF",
  YER: "YE",
  ZAR: "ZA",
  ZMW: "ZM",
  ZWG: "ZW",
};

const currencyByCountry = new Map(
  Object.entries(byCurrency).flatMap(([currency, countries]) =>
    countries.split(" ").map((country) => [country, currency] as const),
  ),
);

export const currencies = Object.keys(byCurrency);
export const countries = [...currencyByCountry.keys()];

export const currencyOf = (country: string) => currencyByCountry.get(country) ?? "USD";

const names = (type: "region" | "currency" | "language") => {
  const known = new Map<string, Intl.DisplayNames>();
  return (code: string) => {
    let spoken = known.get(language());
    if (!spoken) {
      spoken = new Intl.DisplayNames([language()], { type });
      known.set(language(), spoken);
    }
    return spoken.of(code) ?? code;
  };
};

export const countryName = names("region");
export const currencyName = names("currency");
export const localeName = names("language");

/** The method is new, the property its older form; where both are missing nothing is known. */
type WithZones = Intl.Locale & { getTimeZones?: () => string[]; timeZones?: string[] };

/** The time zones of a country; empty where the browser does not know. */
export function zonesOf(country: string): string[] {
  const locale: WithZones = new Intl.Locale(`und-${country}`);
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

export const zones = () => Intl.supportedValuesOf("timeZone");

export type Place = { country: string; currency: string; timezone: string };

/** Some systems give the browser a language that is no language tag. */
function parsed(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}

/** Where this browser seems to be: its clock's zone says more than its language. */
export function guessPlace(
  timezone = Intl.DateTimeFormat().resolvedOptions().timeZone,
  languages: readonly string[] = navigator.languages,
): Place {
  const spoken = languages.flatMap((tag) => parsed(tag)?.region ?? []);
  const near = countries.filter((country) => zonesOf(country).includes(timezone));
  const country = spoken.find((one) => near.includes(one)) ?? near[0] ?? spoken[0] ?? "KE";
  return { country, currency: currencyOf(country), timezone };
}

/** The language of the screen as a country writes it: days and amounts follow the country. */
export const localeIn = (country: string) => `${language()}-${country}`;
