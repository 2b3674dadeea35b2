import type { Schemas } from "@/lib/api/client";
import { day, dayOf, daysBetween, moment } from "@/lib/dates";
import { t } from "./locales";
import { evidenceOf } from "./reminderRules";
import { holdWords } from "./reminderWords";

type Why = Schemas["ReminderWhy"];
type Facts = NonNullable<Why["facts"]>;
type Shown = { label: string; value: string }[];

const WEEK = 7;

/** What a decision was made from: its slot, the check, what was found, and each rule in order. */
export function whyOf(why: Why, zone: string, today: string): Shown {
  const at = (instant: string) => moment(instant, zone, today);
  const { facts } = why;
  return [
    { label: t("Planned for"), value: at(facts?.planned_for ?? why.planned_for) },
    ...(facts ? [{ label: t("Checked"), value: at(facts.checked_at) }] : []),
    ...(facts ? [{ label: t("Found"), value: found(facts, zone, today).join(" ") }] : []),
    ...evidenceOf(why.evidence),
    { label: t("In all"), value: why.sentence },
  ];
}

/** The facts as they were then, in words. */
function found(facts: Facts, zone: string, today: string): string[] {
  const checked = dayOf(facts.checked_at, zone);
  const week = facts.messages.filter((message) => {
    const before = daysBetween(dayOf(message, zone), checked);
    return before >= 0 && before < WEEK;
  });
  return [
    t("Due {day}.", { day: day(facts.due_on, today) }),
    ...(facts.promised_on
      ? [t("A promise for {day}.", { day: day(facts.promised_on, today) })]
      : []),
    ...facts.holds.map(({ cause }) => holdWords(cause)),
    t("Last message about it {moment}.", { moment: moment(facts.quiet_since, zone, today) }),
    t("{sent} of {most} messages in seven days.", { sent: week.length, most: facts.cap_per_week }),
  ];
}
