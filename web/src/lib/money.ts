import { numberFormat } from "./formats";
import { locale } from "./language";

/** Amounts as the API writes them: a decimal string and an ISO 4217 code. */
export type Amount = { amount: string; currency: string };

const digits = new Map<string, number>();

/** Decimal places of a currency (ISO 4217). */
export function decimals(currency: string): number {
  let known = digits.get(currency);
  if (known === undefined) {
    known = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
      .maximumFractionDigits as number;
    digits.set(currency, known);
  }
  return known;
}

/** "1234567.5" → "1,234,567.50" in the person's own signs. Never through a floating number. */
export function figures(amount: string, currency: string, within = locale()): string {
  const places = decimals(currency);
  return numberFormat(within, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  }).format(amount as Intl.StringNumericLiteral);
}

/** The same with all the decimals that it has: a rate may be finer than its currency. */
export function exactFigures(amount: string, currency: string, within = locale()): string {
  const places = decimals(currency);
  const own = amount.split(".")[1]?.replace(/0+$/, "").length ?? 0;
  return numberFormat(within, {
    minimumFractionDigits: places,
    maximumFractionDigits: Math.max(places, own),
  }).format(amount as Intl.StringNumericLiteral);
}

/** The same without decimals that are zero: for headlines. */
export function headline(amount: string, currency: string, within = locale()): string {
  return /\.0+$/.test(amount)
    ? numberFormat(within, {}).format(amount.replace(/\.0+$/, "") as Intl.StringNumericLiteral)
    : figures(amount, currency, within);
}

/** What a person typed → a decimal string for the API, or null when it is no amount. */
export const parseAmount = (typed: string, currency: string) =>
  parseDecimal(typed, decimals(currency), decimals(currency) >= 3);

const plainly = /^(\d+)(?:[.,](\d+))?$/;

/** Groups of three behind a head that is no zero; the other sign begins the decimals. */
const grouped = /^([1-9]\d{0,2}([.,])\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/;

/**
 * "1,500" is fifteen hundred, "1.50" one and a half; only where three decimals are usual ("1.500"
 * dinars) it is that too. Null for no number, or one of more places.
 */
export function parseDecimal(typed: string, places: number, usuallyThree = false): string | null {
  const plain = typed.replace(/[\s'’ ]/g, "");
  const groups = grouped.exec(plain);
  const single = plainly.exec(plain);
  const inGroups = groups !== null && !(usuallyThree && single);
  const whole = inGroups ? groups[1]?.replace(/[.,]/g, "") : single?.[1];
  const fraction = (inGroups ? groups[3] : single?.[2]) ?? "";
  if (whole === undefined || fraction.length > places) return null;
  return fraction ? `${whole}.${fraction}` : whole;
}

export const isZero = (amount: string) => /^-?0*(\.0*)?$/.test(amount);

/** Exact sum of decimal strings of one currency. */
export function sum(amounts: string[], currency: string): string {
  const places = decimals(currency);
  const scale = 10n ** BigInt(places);
  const minor = amounts.reduce((total, amount) => total + toMinor(amount, places), 0n);
  const sign = minor < 0n ? "-" : "";
  const size = minor < 0n ? -minor : minor;
  const whole = `${sign}${size / scale}`;
  return places === 0 ? whole : `${whole}.${String(size % scale).padStart(places, "0")}`;
}

function toMinor(amount: string, places: number): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(`${whole}${fraction.padEnd(places, "0").slice(0, places)}`);
}
