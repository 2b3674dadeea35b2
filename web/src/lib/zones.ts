/** The instant at which clocks in a zone show this local time ("2026-11-19T08:30"). */
export function instantIn(local: string, zone: string): string {
  const wanted = Date.parse(`${local}:00Z`);
  const guess = wanted - offset(wanted, zone);
  // near a change of the clocks the first guess may be an hour off
  return new Date(wanted - offset(guess, zone)).toISOString();
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offset(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "00";
  const shown = Date.parse(
    `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}Z`,
  );
  return shown - Math.floor(instant / 1000) * 1000;
}
