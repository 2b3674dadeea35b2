import type { Schemas } from "@/lib/api/client";
import type { Policy } from "../../api";

type Body = Schemas["PolicyBody"];
type Stage = Policy["steps"][number]["stage"];

/** One step as a person writes it: so many days before or after the due day. */
export type StepValues = {
  key: string;
  days: number;
  side: "before" | "after";
  stage: Stage;
  channel: string;
  tone: string;
};

export type Values = {
  name: string;
  enabled: boolean;
  adaptive: boolean;
  steps: StepValues[];
  tone_neutral_after_days: number;
  tone_firm_after_days: number;
  own_window: boolean;
  window_start: string;
  window_end: string;
  cap_per_day: number;
  cap_per_week: number;
  consolidate: boolean;
  collections_after_days: number;
  quiet_days_after_send: number;
  catch_up: Policy["catch_up"];
};

const hour = (time: string | null | undefined, other: string) => time?.slice(0, 5) ?? other;

export function valuesOf(policy: Policy, name = policy.name): Values {
  return {
    name,
    enabled: policy.enabled,
    adaptive: policy.adaptive,
    steps: policy.steps.map(({ key, offset_days, stage, channel, tone }) => ({
      key,
      days: Math.abs(offset_days),
      side: offset_days > 0 ? "after" : "before",
      stage,
      channel,
      tone,
    })),
    tone_neutral_after_days: policy.tone_neutral_after_days,
    tone_firm_after_days: policy.tone_firm_after_days,
    own_window: Boolean(policy.window_start),
    window_start: hour(policy.window_start, "09:00"),
    window_end: hour(policy.window_end, "17:00"),
    cap_per_day: policy.cap_per_day,
    cap_per_week: policy.cap_per_week,
    consolidate: policy.consolidate,
    collections_after_days: policy.collections_after_days,
    quiet_days_after_send: policy.quiet_days_after_send,
    catch_up: policy.catch_up,
  };
}

const offsetOf = ({ days, side }: StepValues) => (side === "before" ? -days : days);

/** Chasing has not begun until the due day has passed, so a step up to it reaches no stage. */
const stageOf = (step: StepValues): Stage => (offsetOf(step) <= 0 ? "NONE" : step.stage);

export function bodyOf({ own_window, window_start, window_end, steps, ...rest }: Values): Body {
  return {
    ...rest,
    steps: steps.map((step) => ({
      key: step.key,
      offset_days: offsetOf(step),
      stage: stageOf(step),
      channel: step.channel,
      tone: step.tone,
    })),
    window_start: own_window ? window_start : null,
    window_end: own_window ? window_end : null,
  };
}

const APART = 7;
const MOST_STEPS = 20;

export const isFull = (steps: StepValues[]) => steps.length >= MOST_STEPS;

/** One more step, a week after the last, under a key that no other has. */
export function oneMore(steps: StepValues[]): StepValues {
  const keys = new Set(steps.map(({ key }) => key));
  let n = steps.length + 1;
  while (keys.has(`STEP_${n}`)) n++;
  const last = steps.reduce((latest, step) => Math.max(latest, offsetOf(step)), 0);
  return {
    key: `STEP_${n}`,
    days: last + APART,
    side: "after",
    stage: "NONE",
    channel: "AUTO",
    tone: "AUTO",
  };
}

/** The field of the form that a field of the API is: "policy.steps[1].offset_days". */
export const fieldOf = (field: string) =>
  field
    .replace(/^policy\./, "")
    .replace(/\[(\d+)\]/g, ".$1")
    .replace(/offset_days$/, "days");
