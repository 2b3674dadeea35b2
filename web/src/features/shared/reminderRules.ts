import type { Reminder } from "@/features/reminders/api";
import { later } from "./locales";

const rules: Record<Reminder["reasons"][number]["code"], () => string> = {
  OFFSET: later("Step"),
  LATE_PAYER: later("Pays late"),
  ON_TIME_PAYER: later("Pays on time"),
  USUAL_WEEKDAY: later("Usual day"),
  USUAL_HOUR: later("Usual hour"),
  MOVED_BY_USER: later("Moved by you"),
  PROMISE_BROKEN: later("Promise not kept"),
  WEEKEND: later("Weekend"),
  HOLIDAY: later("Holiday"),
  PRE_DUE_BOUND: later("Due day"),
  QUIET: later("Quiet days"),
  CAP: later("Limit"),
  CHANNEL: later("Channel"),
  MERGED: later("One message"),
  CATCH_UP: later("Catching up"),
  HELD: later("Held"),
  SUPERSEDED: later("Replaced"),
  WINDOW: later("No day left"),
  TOO_SOON: later("Too soon"),
  MISSED: later("Missed"),
  SKIPPED_BY_USER: later("Left out by you"),
  BY_HAND: later("By hand"),
  CANCELED: later("Called off"),
};

/** What the rules that had a say are called beside their words. */
export const evidenceOf = (reasons: Reminder["reasons"]) =>
  reasons.map((reason) => ({ label: rules[reason.code](), value: sentence(reason.words) }));

/** The API's words end where they may be joined; alone they are a sentence. */
export const sentence = (words: string) =>
  words === "" || /[.!?]$/.test(words) ? words : `${words}.`;

/** How it is sent, which no day is explained by. */
const BESIDE: ReadonlySet<string> = new Set(["MERGED", "CHANNEL"]);

/** The rule that decided about its day: that it shares a message is said of the message. */
export const telling = (reasons: Reminder["reasons"]) =>
  reasons.findLast(({ code }) => !BESIDE.has(code)) ?? reasons.at(-1);
