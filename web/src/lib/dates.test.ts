import { expect, it } from "vitest";
import { instantOf } from "./dates";

it.each([
  ["2026-11-17", "09:00", "Africa/Nairobi", "2026-11-17T06:00:00.000Z"],
  ["2026-01-01", "00:00", "Africa/Nairobi", "2025-12-31T21:00:00.000Z"],
  ["2026-03-08", "01:30", "America/New_York", "2026-03-08T06:30:00.000Z"],
  ["2026-03-08", "09:00", "America/New_York", "2026-03-08T13:00:00.000Z"],
  ["2026-11-01", "00:00", "America/New_York", "2026-11-01T04:00:00.000Z"],
  ["2026-11-01", "09:00", "America/New_York", "2026-11-01T14:00:00.000Z"],
])("finds %s %s in %s", (day, hour, zone, instant) => {
  expect(instantOf(day, hour, zone)).toBe(instant);
});
