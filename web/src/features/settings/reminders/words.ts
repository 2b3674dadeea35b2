import type { Business } from "@/features/tenants/api";
import { count } from "@/lib/dates";
import type { Policy, Step } from "../api";

export const weekdays = [
  ["MONDAY", "Mon"],
  ["TUESDAY", "Tue"],
  ["WEDNESDAY", "Wed"],
  ["THURSDAY", "Thu"],
  ["FRIDAY", "Fri"],
  ["SATURDAY", "Sat"],
  ["SUNDAY", "Sun"],
] as const;

const WORKING_DAYS = weekdays.slice(0, 5).map(([day]) => day as string);
const OPENS = "09:00";
const CLOSES = "17:00";

const names: Record<Step["stage"], string> = {
  NONE: "Note",
  REMINDER_1: "First",
  REMINDER_2: "Second",
  FINAL: "Final",
  COLLECTIONS: "Collections",
};

/** "Friendly note", "First", "Final" */
export const stepName = (step: Step) =>
  step.stage === "NONE" && step.offset_days <= 0 ? "Friendly note" : names[step.stage];

/** "3 days before", "on the due day", "7 days after" */
export function offsetWords(days: number): string {
  if (days === 0) return "on the due day";
  return days < 0 ? `${count(-days, "day")} before` : `${count(days, "day")} after`;
}

/** The tone that a step has, by itself or by how late it is. */
export function toneOf(step: Step, policy: Policy): string {
  if (step.tone !== "AUTO") return step.tone.toLowerCase();
  if (step.offset_days > policy.tone_firm_after_days) return "firm";
  return step.offset_days > policy.tone_neutral_after_days ? "neutral" : "friendly";
}

const channels: Record<string, string> = {
  EMAIL: "by e-mail",
  SMS: "by SMS",
  WHATSAPP: "by WhatsApp",
};
export const channelOf = (step: Step) => channels[step.channel] ?? "as the customer prefers";

/** Days after the due day on which a person takes over, when each step goes on its own day. */
export function takeOverDay(policy: Policy): number | null {
  const final = policy.steps.findLast(({ stage }) => stage === "FINAL");
  return final ? final.offset_days + policy.collections_after_days : null;
}

/** "Mon to Fri", "Mon, Wed, Sat" */
export function daysWords(days: readonly string[]): string {
  const places = weekdays.flatMap(([day], place) => (days.includes(day) ? [place] : []));
  const [first = 0] = places;
  const last = places.at(-1) ?? first;
  const name = (place: number) => weekdays[place]?.[1] ?? "";
  if (places.length > 2 && last - first === places.length - 1) {
    return `${name(first)} to ${name(last)}`;
  }
  return places.map(name).join(", ");
}

const hour = (time: string) => time.slice(0, 5);

export function sendingOf({ settings }: Business, policy?: Policy) {
  const { window_start, window_end, business_days } = settings.sending;
  const chosen: readonly string[] = business_days?.length ? business_days : WORKING_DAYS;
  return {
    opens: hour(policy?.window_start ?? window_start ?? OPENS),
    closes: hour(policy?.window_end ?? window_end ?? CLOSES),
    days: weekdays.map(([day]) => day as string).filter((day) => chosen.includes(day)),
  };
}

/** What else the policy says, as a question and its answer. */
export function ruleWords(policy: Policy, business: Business): { rule: string; says: string }[] {
  const { opens, closes, days } = sendingOf(business, policy);
  const quiet = policy.quiet_days_after_send;
  return [
    { rule: "Sending hours", says: `${daysWords(days)}, ${opens} to ${closes}, customer's time` },
    {
      rule: "Never more than",
      says: `${policy.cap_per_day} a day, ${policy.cap_per_week} a week to one customer`,
    },
    {
      rule: "Several invoices",
      says: policy.consolidate ? "One message for those that meet" : "A message each",
    },
    {
      rule: "After any message",
      says: quiet === 0 ? "No quiet days" : `${count(quiet, "quiet day")} for that invoice`,
    },
    { rule: "A payment arrives", says: "All of it stops" },
    { rule: "Late by our own fault", says: "Only the latest one goes" },
  ];
}
