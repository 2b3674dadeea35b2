import { describe, expect, it } from "vitest";
import { instantIn } from "./zones";

describe("a local time in a zone", () => {
  it("is the instant at which clocks there show it", () => {
    expect(instantIn("2026-11-19T08:30", "Africa/Nairobi")).toBe("2026-11-19T05:30:00.000Z");
    expect(instantIn("2026-11-19T08:30", "America/New_York")).toBe("2026-11-19T13:30:00.000Z");
    expect(instantIn("2026-11-19T08:30", "Asia/Kathmandu")).toBe("2026-11-19T02:45:00.000Z");
  });

  it("is right on the day the clocks change", () => {
    expect(instantIn("2026-03-08T01:30", "America/New_York")).toBe("2026-03-08T06:30:00.000Z");
    expect(instantIn("2026-03-08T03:30", "America/New_York")).toBe("2026-03-08T07:30:00.000Z");
    expect(instantIn("2026-11-01T12:00", "America/New_York")).toBe("2026-11-01T17:00:00.000Z");
  });
});
