import { describe, expect, it } from "vitest";
import type { Policy, Step } from "../api";
import { daysWords, offsetWords, stepName, takeOverDay, toneOf } from "./words";

const step = (offset_days: number, stage: Step["stage"], tone = "AUTO"): Step => ({
  key: `STEP_${offset_days}`,
  offset_days,
  stage,
  channel: "AUTO",
  tone,
});

const standard: Policy = {
  id: "p",
  name: "Standard",
  is_default: true,
  enabled: true,
  adaptive: true,
  steps: [step(-3, "NONE"), step(3, "REMINDER_1"), step(7, "REMINDER_2"), step(14, "FINAL")],
  tone_neutral_after_days: 3,
  tone_firm_after_days: 10,
  cap_per_day: 1,
  cap_per_week: 3,
  consolidate: true,
  collections_after_days: 14,
  quiet_days_after_send: 2,
  catch_up: "LATEST",
  version: 0,
  allowed_actions: [],
};

describe("the standard policy in words", () => {
  it("names its steps and their tones", () => {
    const said = standard.steps.map((one) => `${stepName(one)}, ${toneOf(one, standard)}`);

    expect(said).toEqual([
      "Friendly note, friendly",
      "First, friendly",
      "Second, neutral",
      "Final, firm",
    ]);
  });

  it("keeps a tone that the policy fixed", () => {
    expect(toneOf(step(3, "REMINDER_1", "FIRM"), standard)).toBe("firm");
  });

  it("hands over to a person 14 days after the final one", () => {
    expect(takeOverDay(standard)).toBe(28);
    expect(takeOverDay({ ...standard, steps: [step(3, "REMINDER_1")] })).toBeNull();
  });
});

it.each([
  [-1, "1 day before"],
  [0, "on the due day"],
  [7, "7 days after"],
])("says %i days as %s", (days, words) => {
  expect(offsetWords(days)).toBe(words);
});

it("says a run of days as a span and others one by one", () => {
  expect(daysWords(["FRIDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY"])).toBe("Mon to Fri");
  expect(daysWords(["MONDAY", "WEDNESDAY", "SATURDAY"])).toBe("Mon, Wed, Sat");
  expect(daysWords(["SATURDAY", "SUNDAY"])).toBe("Sat, Sun");
});
