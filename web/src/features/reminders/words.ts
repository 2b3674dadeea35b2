import type { Reminder } from "./api";

const rules: Record<Reminder["reasons"][number]["code"], string> = {
  OFFSET: "Step",
  WEEKEND: "Weekend",
  HOLIDAY: "Holiday",
  PRE_DUE_BOUND: "Due day",
  QUIET: "Quiet days",
  CAP: "Limit",
  CHANNEL: "Channel",
  MERGED: "One message",
  CATCH_UP: "Catching up",
  HELD: "Held",
  SUPERSEDED: "Replaced",
  WINDOW: "No day left",
  TOO_SOON: "Too soon",
  MISSED: "Missed",
  CANCELED: "Called off",
};

/** What the rules that had a say are called beside their words. */
export const evidenceOf = (reasons: Reminder["reasons"]) =>
  reasons.map((reason) => ({ label: rules[reason.code], value: sentence(reason.words) }));

/** The API's words end where they may be joined; alone they are a sentence. */
export const sentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`);
