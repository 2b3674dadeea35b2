import { dayOf, fullDay } from "@/lib/dates";
import { later, t } from "../locales";
import type { PrivacyRequest } from "./api";

type Obstacle = PrivacyRequest["waiting_for"][number];

const obstacles: Record<Obstacle, () => string> = {
  UNDER_WAY: later("A message, a payment or a scheduled invoice is on its way."),
  BALANCE: later("Invoices are open. It goes on by itself when they are paid or written off."),
  MEMBERSHIP: later("They are still a member. Remove them from the team first."),
};

/** What is asked of whom. */
export const titleOf = ({ kind, subject_name }: PrivacyRequest) =>
  kind === "EXPORT"
    ? t("Copy for {name}", { name: subject_name })
    : t("Erase {name}", { name: subject_name });

/** What became of it, or what it waits for. */
export function standingOf(request: PrivacyRequest, timezone: string): string[] {
  if (request.status === "OPEN") return [t("Runs in a moment.")];
  if (request.status === "WAITING") return request.waiting_for.map((one) => obstacles[one]());
  if (request.status === "CANCELED") return [];
  return request.kind === "EXPORT"
    ? copied(request, timezone)
    : [t("The person is gone from rows, messages and search."), ...kept(request)];
}

function copied(request: PrivacyRequest, timezone: string) {
  const { file_until } = request;
  return [
    file_until
      ? t("The copy can be fetched until {day}.", { day: fullDay(dayOf(file_until, timezone)) })
      : t("The copy is thrown away; its seven days are over."),
  ];
}

function kept({ report }: PrivacyRequest) {
  const lines: string[] = [];
  if (report?.hold_until) {
    lines.push(
      t("Invoices kept, without the person: {n}, by law until {day}.", {
        n: report.invoices_kept,
        day: fullDay(report.hold_until),
      }),
    );
  }
  if (report && report.providers.length > 0) {
    lines.push(
      t("Copies of their own may be kept by: {names}.", { names: report.providers.join(", ") }),
    );
  }
  return lines;
}
