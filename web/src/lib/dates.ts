/** Days are "2026-11-17", instants ISO 8601; both are shown in the business's own zone. */

/** Words are English, so dates are too; days come before months, as on the invoices. */
const LOCALE = "en-GB";

const asDay = (day: string) => new Date(`${day}T12:00:00Z`);

/** "Tue 17 Nov", with the year when it is another than today's. */
export function day(value: string, today: string): string {
  return asDay(value)
    .toLocaleDateString(LOCALE, {
      weekday: "short",
      day: "numeric",
      month: "short",
      timeZone: "UTC",
      ...(value.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
    })
    .replace(",", "");
}

/** "17 Nov 2026" */
export function fullDay(value: string): string {
  return asDay(value).toLocaleDateString(LOCALE, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
}

/** "Tuesday 17 November" */
export function headlineDay(value: string): string {
  return asDay(value)
    .toLocaleDateString(LOCALE, {
      weekday: "long",
      day: "numeric",
      month: "long",
      timeZone: "UTC",
    })
    .replace(",", "");
}

/** The day an instant falls on, in that zone. */
export function dayOf(instant: string, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(instant));
}

/** "09:00" */
export function time(instant: string, zone: string): string {
  return new Date(instant).toLocaleTimeString(LOCALE, {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  });
}

/** "today, 09:00", "Thu 19 Nov, 08:30" */
export function moment(instant: string, zone: string, today: string): string {
  const on = dayOf(instant, zone);
  const away = daysBetween(today, on);
  const word = away === 0 ? "today" : away === 1 ? "tomorrow" : day(on, today);
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
  if (days === 0) return "today";
  if (days < 0) return `${count(-days, "day")} late`;
  return `in ${count(days, "day")}`;
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
  const parts = new Intl.DateTimeFormat("en-US", {
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
