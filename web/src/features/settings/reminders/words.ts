import type { Business } from "@/features/tenants/api";
import { weekday } from "@/lib/dates";
import type { Policy, Step } from "../api";
import { later, t } from "../locales";

export const weekdays = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
] as const;

/** "Mon" */
export const weekdayName = (day: (typeof weekdays)[number]) => weekday(weekdays.indexOf(day));

const WORKING_DAYS: readonly string[] = weekdays.slice(0, 5);
const OPENS = "09:00";
const CLOSES = "17:00";

const names = {
  NONE: later("Note"),
  REMINDER_1: later("First"),
  REMINDER_2: later("Second"),
  FINAL: later("Final"),
  COLLECTIONS: later("Collections"),
} satisfies Record<Step["stage"], () => string>;

/** "Friendly note", "First", "Final" */
export const stepName = (step: Step) =>
  step.stage === "NONE" && step.offset_days <= 0 ? t("Friendly note") : names[step.stage]();

/** "3 days before", "on the due day", "7 days after" */
export function offsetWords(days: number): string {
  if (days === 0) return t("on the due day");
  return days < 0
    ? t("{n} day before | {n} days before", { n: -days })
    : t("{n} day after | {n} days after", { n: days });
}

const tones = {
  friendly: later("friendly"),
  neutral: later("neutral"),
  firm: later("firm"),
};
type Tone = keyof typeof tones;
export const toneWord = (tone: Tone) => tones[tone]();

/** The tone that a step has, by itself or by how late it is. */
export function toneOf(step: Step, policy: Policy): Tone {
  if (step.tone !== "AUTO") return step.tone.toLowerCase() as Tone;
  if (step.offset_days > policy.tone_firm_after_days) return "firm";
  return step.offset_days > policy.tone_neutral_after_days ? "neutral" : "friendly";
}

const channels = {
  EMAIL: later("by e-mail"),
  SMS: later("by SMS"),
  WHATSAPP: later("by WhatsApp"),
};
export const channelOf = ({ channel }: Step) =>
  channel in channels ? channels[channel as keyof typeof channels]() : t("as the customer prefers");

/** Days after the due day on which a person takes over, when each step goes on its own day. */
export function takeOverDay(policy: Policy): number | null {
  const final = policy.steps.findLast(({ stage }) => stage === "FINAL");
  return final ? final.offset_days + policy.collections_after_days : null;
}

/** "Mon to Fri", "Mon, Wed, Sat" */
export function daysWords(days: readonly string[]): string {
  const places = weekdays.flatMap((day, place) => (days.includes(day) ? [place] : []));
  const [first = 0] = places;
  const last = places.at(-1) ?? first;
  if (places.length > 2 && last - first === places.length - 1) {
    return t("{first} to {last}", { first: weekday(first), last: weekday(last) });
  }
  return places.map(weekday).join(", ");
}

/** What becomes of steps that were missed. */
export const catchUps = {
  LATEST: later("Only the latest one goes"),
  ALL: later("All go, one per working day"),
  SKIP: later("None of them goes"),
  ASK: later("You are asked"),
} satisfies Record<Policy["catch_up"], () => string>;

const hour = (time: string) => time.slice(0, 5);

export function sendingOf({ settings }: Business, policy?: Policy) {
  const { window_start, window_end, business_days } = settings.sending;
  const chosen: readonly string[] = business_days?.length ? business_days : WORKING_DAYS;
  return {
    opens: hour(policy?.window_start ?? window_start ?? OPENS),
    closes: hour(policy?.window_end ?? window_end ?? CLOSES),
    days: weekdays.filter((day) => chosen.includes(day)) as string[],
  };
}

/** What else the policy says, as a question and its answer. */
export function ruleWords(policy: Policy, business: Business): { rule: string; says: string }[] {
  const { opens, closes, days } = sendingOf(business, policy);
  const quiet = policy.quiet_days_after_send;
  return [
    {
      rule: t("Sending hours"),
      says: t("{days}, {opens} to {closes}, customer's time", {
        days: daysWords(days),
        opens,
        closes,
      }),
    },
    {
      rule: t("Never more than"),
      says: t("{day} a day, {week} a week to one customer", {
        day: policy.cap_per_day,
        week: policy.cap_per_week,
      }),
    },
    {
      rule: t("Several invoices"),
      says: policy.consolidate ? t("One message for those that meet") : t("A message each"),
    },
    {
      rule: t("After any message"),
      says:
        quiet === 0
          ? t("No quiet days")
          : t("{n} quiet day for that invoice | {n} quiet days for that invoice", { n: quiet }),
    },
    { rule: t("A payment arrives"), says: t("All of it stops") },
    { rule: t("Late by our own fault"), says: catchUps[policy.catch_up]() },
    {
      rule: t("How a customer pays"),
      says: policy.adaptive ? t("Days and hours follow it") : t("It changes nothing"),
    },
  ];
}
