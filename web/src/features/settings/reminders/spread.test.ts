import { expect, it } from "vitest";
import { spread } from "./spread";

const gaps = (places: number[]) => places.slice(1).map((at, i) => at - (places[i] ?? at));

it("begins and ends at the line's ends, in order, with room for every label", () => {
  const places = spread([-3, 0, 3, 7, 14, 28]);

  expect(places[0]).toBe(0);
  expect(places.at(-1)).toBeCloseTo(100, 0);
  expect(Math.min(...gaps(places))).toBeGreaterThanOrEqual(13.9);
});

it("keeps longer waits longer", () => {
  const [, second = 0, third = 0] = gaps(spread([0, 3, 10, 40]));

  expect(third).toBeGreaterThan(second);
});

it("stands alone at the beginning", () => {
  expect(spread([0])).toEqual([0]);
});

it("shares the line evenly where there are too many labels for it", () => {
  const widths = gaps(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));

  expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.3);
});
