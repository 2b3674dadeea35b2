/** Days are "2026-11-17", instants ISO 8601; both are shown in the business's own zone. */

import { dateFormat } from "./formats";
import { dateLocale } from "./language";
import { textsOf } from "./texts";

const { t } = textsOf();

const asDay = (day: string) => new Date(`${day}T12:00:00Z`);

/** A day in those parts, in the person's own order and words. */
const written = (value: string, parts: Intl.DateTimeFormatOptions) =>
  dateFormat(dateLocale(), { ...parts, timeZone: "UTC" })
    .format(asDay(value))
    .replace(",", "");

const DAY = { weekday: "short", day: "numeric", month: "short" } as const;
const DAY_AND_YEAR = { ...DAY, year: "numeric" } as const;

/** "Tue 17 Nov", with the year when it is another than today's. */
export const day = (value: string, today: string) =>
  written(value, value.slice(0, 4) === today.slice(0, 4) ? DAY : DAY_AND_YEAR);

/** "17 Nov 2026" */
export const fullDay = (value: string) =>
  written(value, { day: "numeric", month: "short", year: "numeric" });

/** "17 Nov" */
export const shortDay = (value: string) => written(value, { day: "numeric", month: "short" });

/** "November" */
export const month = (value: string) => written(value, { month: "long" });

/** "Mon" for 0, "Sun" for 6 */
export const weekday = (place: number) => written(plusDays(A_MONDAY, place), { weekday: "short" });

const A_MONDAY = "2026-11-16";

/** "Tuesday 17 November" */
export const headlineDay = (value: string) =>
  written(value, { weekday: "long", day: "numeric", month: "long" });

/** The day an instant falls on, in that zone. */
export function dayOf(instant: string, zone: string): string {
  return dateFormat("en-CA", { timeZone: zone }).format(new Date(instant));
}

/** "09:00" */
export function time(instant: string, zone: string): string {
  return dateFormat(dateLocale(), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(new Date(instant));
}

/** "today, 09:00", "Thu 19 Nov, 08:30" */
export function moment(instant: string, zone: string, today: string): string {
  const on = dayOf(instant, zone);
  const away = daysBetween(today, on);
  const word = away === 0 ? t("today") : away === 1 ? t("tomorrow") : day(on, today);
  return `${word}, ${time(instant, zone)}`;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((asDay(to).getTime() - asDay(from).getTime()) / 86_400_000);
}

export function plusDays(value: string, days: number): string {
  return new Date(asDay(value).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** "in 14 days", "today", "3 days late" */
export function untilDue(due: string, today: string): string {
  const days = daysBetween(today, due);
  if (days === 0) return t("today");
  if (days < 0) return t("{n} day late | {n} days late", { n: -days });
  return t("in {n} day | in {n} days", { n: days });
}

export const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** The instant of a day and an hour in that zone: "2026-11-17", "09:00" → ISO 8601. */
export function instantOf(value: string, hour: string, zone: string): string {
  const wall = Date.parse(`${value}T${hour}:00Z`);
  // twice, since the first guess may lie on the other side of a change of the clocks
  const guess = wall - offsetOf(wall, zone);
  return new Date(wall - offsetOf(guess, zone)).toISOString();
}

/** How far that zone is ahead of UTC, in milliseconds. */
function offsetOf(instant: number, zone: string): number {
  const parts = dateFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
    of("second"),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}
