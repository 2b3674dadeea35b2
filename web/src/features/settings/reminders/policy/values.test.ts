import { expect, it } from "vitest";
import type { Policy } from "../../api";
import { bodyOf, fieldOf, oneMore, valuesOf } from "./values";

const policy = {
  id: "p1",
  name: "Standard",
  enabled: true,
  adaptive: true,
  steps: [
    { key: "PRE_3", offset_days: -3, stage: "NONE", channel: "AUTO", tone: "AUTO" },
    { key: "FINAL", offset_days: 14, stage: "FINAL", channel: "EMAIL", tone: "FIRM" },
  ],
  tone_neutral_after_days: 3,
  tone_firm_after_days: 10,
  window_start: null,
  window_end: null,
  cap_per_day: 1,
  cap_per_week: 3,
  consolidate: true,
  collections_after_days: 14,
  quiet_days_after_send: 2,
  catch_up: "LATEST",
} as unknown as Policy;

it("says an unchanged policy as it is", () => {
  const body = bodyOf(valuesOf(policy));

  expect(body.steps).toEqual(policy.steps);
  expect(body).toMatchObject({ name: "Standard", window_start: null, window_end: null });
});

it("keeps hours of its own only while they are switched on", () => {
  const own = { ...valuesOf(policy), own_window: true, window_start: "10:00" };

  expect(bodyOf(own)).toMatchObject({ window_start: "10:00", window_end: "17:00" });
  expect(bodyOf({ ...own, own_window: false })).toMatchObject({ window_start: null });
});

it("takes the stage from a step that is moved before the due day", () => {
  const values = valuesOf(policy);
  const steps = values.steps.map((step) => ({ ...step, side: "before" as const }));

  expect(bodyOf({ ...values, steps }).steps?.map(({ stage }) => stage)).toEqual(["NONE", "NONE"]);
});

it("adds a step a week after the last one, under a key of its own", () => {
  const { steps } = valuesOf(policy);
  const third = oneMore(steps);

  expect(third).toMatchObject({ key: "STEP_3", days: 21, side: "after" });
  expect(oneMore([third]).key).toBe("STEP_2");
  expect(oneMore([third, third]).key).toBe("STEP_4");
});

it("finds the field that a refusal is about", () => {
  expect(fieldOf("policy.steps[1].offset_days")).toBe("steps.1.days");
  expect(fieldOf("cap_per_week")).toBe("cap_per_week");
});
