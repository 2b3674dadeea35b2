import type { Shape, Tone } from "@/components/ui/StatusPill";
import { moment } from "@/lib/dates";
import { numberFormat } from "@/lib/formats";
import { locale } from "@/lib/language";
import { later, t } from "../locales";
import type { Export } from "./api";

/** Where and when the reader is. */
export type Reader = { timezone: string; today: string };

type Pill = { tone: Tone; shape: Shape; words: () => string };

const pills: Record<Export["status"], Pill> = {
  QUEUED: { tone: "plan", shape: "clock", words: later("Waits") },
  RUNNING: { tone: "plan", shape: "half", words: later("Running") },
  READY: { tone: "paid", shape: "tick", words: later("Ready") },
  FAILED: { tone: "late", shape: "triangle", words: later("Failed @export") },
  EXPIRED: { tone: "quiet", shape: "struck", words: later("Deleted @export") },
};

const canceled: Pill = { tone: "quiet", shape: "struck", words: later("Canceled") };

/** What somebody canceled did not fail. */
export const pillOf = ({ status, failure }: Export) =>
  failure === "CANCELED" ? canceled : pills[status];

/** When it was asked for, which tells it from others. */
export const whenOf = ({ created_at }: Export, { timezone, today }: Reader) =>
  moment(created_at, timezone, today);

/** What became of it and what can be done; empty while it is being made, which a bar shows. */
export function standingOf(job: Export, { timezone, today }: Reader): string {
  const { ready_until } = job;
  switch (job.status) {
    case "QUEUED":
      return t("Runs in a moment.");
    case "RUNNING":
      return "";
    case "READY":
      return ready_until
        ? t("It can be fetched until {when}.", { when: moment(ready_until, timezone, today) })
        : "";
    case "FAILED":
      return failureOf(job);
    case "EXPIRED":
      // an archive goes before its time only when somebody in it has to be forgotten
      return ready_until && Date.parse(ready_until) > Date.now()
        ? t("Deleted early, because a person was erased.")
        : t("Deleted after its seven days.");
  }
}

function failureOf({ failure, documents }: Export): string {
  if (failure === "CANCELED") return t("Canceled before it was made.");
  if (failure !== "TOO_LARGE") return t("It could not be made. Try again.");
  return documents
    ? t("It would be larger than an export may be. Leave the PDFs out.")
    : t(
        "It would be larger than an export may be, even without the PDFs. Whoever runs the installation can allow more.",
      );
}

/** Who asked for it, how large it is, what is in it. */
export const factsOf = ({ requested_by_name, row_count, size_bytes, documents }: Export) =>
  [
    t("Asked for by {name}", { name: requested_by_name }),
    row_count == null ? null : t("{n} row | {n} rows", { n: row_count }),
    size_bytes == null ? null : sizeOf(size_bytes),
    documents ? t("with PDFs") : t("without PDFs"),
  ]
    .filter(Boolean)
    .join(" · ");

const units = ["kilobyte", "megabyte", "gigabyte"] as const;
const STEP = 1_000;
const FIGURES = 3;

/** "412 kB", "4.21 MB": units of a thousand, three figures. */
export function sizeOf(bytes: number): string {
  let at = 0;
  let size = bytes / STEP;
  while (size >= STEP && at < units.length - 1) {
    size /= STEP;
    at += 1;
  }
  return numberFormat(locale(), {
    style: "unit",
    unit: units[at],
    maximumSignificantDigits: FIGURES,
  }).format(size);
}
