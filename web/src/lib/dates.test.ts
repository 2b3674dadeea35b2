import { describe, expect, it } from "vitest";
import { dayOf, daysBetween, instantOf, moment, plusDays, untilDue } from "./dates";

describe("days", () => {
  it("are counted over a change of the clocks", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(plusDays("2026-10-24", 3)).toBe("2026-10-27");
    expect(plusDays("2028-02-28", 1)).toBe("2028-02-29");
  });

  it("belong to the business's zone", () => {
    expect(dayOf("2026-11-17T22:30:00Z", "Africa/Nairobi")).toBe("2026-11-18");
    expect(dayOf("2026-11-17T02:30:00Z", "America/New_York")).toBe("2026-11-16");
  });
});

describe("words", () => {
  it("say how late it is", () => {
    expect(untilDue("2026-11-17", "2026-11-17")).toBe("today");
    expect(untilDue("2026-11-18", "2026-11-17")).toBe("in 1 day");
    expect(untilDue("2026-11-07", "2026-11-17")).toBe("10 days late");
  });

  it("name near days", () => {
    const say = (instant: string) => moment(instant, "Africa/Nairobi", "2026-11-17");
    expect(say("2026-11-17T06:00:00Z")).toBe("today, 09:00");
    expect(say("2026-11-17T21:30:00Z")).toBe("tomorrow, 00:30");
  });
});

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
