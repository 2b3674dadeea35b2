import { describe, expect, it } from "vitest";
import { dayOf, daysBetween, moment, plusDays, untilDue } from "./dates";

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
