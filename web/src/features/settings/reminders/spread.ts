/** The least room, in shares of the whole, that a label needs beside its neighbour. */
const LEAST_SHARE = 0.14;

/**
 * Where days stand along a line, in percent: apart as they are in time, but never closer than their
 * labels need. Days are in order.
 */
export function spread(days: number[]): number[] {
  const gaps = days.slice(1).map((day, place) => day - (days[place] ?? day));
  const whole = gaps.reduce((sum, gap) => sum + gap, 0) || 1;
  const least = Math.min(LEAST_SHARE, 1 / Math.max(1, gaps.length));
  const widths = gaps.map((gap) => Math.max(gap / whole, least));
  // what the narrow ones were given the wide ones give up, in proportion to their surplus
  const excess = widths.reduce((sum, width) => sum + width, 0) - 1;
  const surplus = widths.reduce((sum, width) => sum + (width - least), 0) || 1;
  let place = 0;
  return [0, ...widths.map((width) => (place += width - (excess * (width - least)) / surplus))].map(
    (share) => Math.round(share * 1000) / 10,
  );
}
