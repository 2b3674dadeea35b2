import { type Shape, StatusPill, type Tone } from "@/components/ui/StatusPill";
import { dayOf, moment } from "@/lib/dates";
import type { Business, Event, Letter } from "./api";
import { later } from "./locales";

type Look = { label: () => string; tone: Tone; shape: Shape };

const letterLooks: Record<Letter["status"], Look> = {
  OPEN: { label: later("Open @letter"), tone: "late", shape: "triangle" },
  REQUEUED: { label: later("Requeued"), tone: "plan", shape: "tick" },
  DISCARDED: { label: later("Discarded"), tone: "quiet", shape: "struck" },
};

const eventLooks: Record<Event["status"], Look> = {
  RECEIVED: { label: later("Waiting @event"), tone: "plan", shape: "clock" },
  PROCESSED: { label: later("Taken"), tone: "paid", shape: "tick" },
  IGNORED: { label: later("Passed over"), tone: "quiet", shape: "struck" },
  FAILED: { label: later("Failed @event"), tone: "late", shape: "triangle" },
};

const businessLooks: Record<Business["status"], Look> = {
  ACTIVE: { label: later("Active @business"), tone: "paid", shape: "tick" },
  SUSPENDED: { label: later("Suspended @business"), tone: "late", shape: "triangle" },
  CLOSED: { label: later("Closed @business"), tone: "quiet", shape: "struck" },
};

const kinds: Record<Business["kind"], () => string> = {
  LIVE: later("Live @kind"),
  TEST: later("Test @kind"),
};

export const kindName = (kind: Business["kind"]) => kinds[kind]();

const choices = <K extends string>(looks: Record<K, Look>) =>
  (Object.keys(looks) as K[]).map((key) => ({ key, label: looks[key].label() }));

export const letterStatuses = () => choices(letterLooks);
export const eventStatuses = () => choices(eventLooks);

const Pill = ({ look }: { look: Look }) => (
  <StatusPill tone={look.tone} shape={look.shape}>
    {look.label()}
  </StatusPill>
);

export const LetterStatus = ({ status }: { status: Letter["status"] }) => (
  <Pill look={letterLooks[status]} />
);

export const EventStatus = ({ status }: { status: Event["status"] }) => (
  <Pill look={eventLooks[status]} />
);

export const BusinessStatus = ({ status }: { status: Business["status"] }) => (
  <Pill look={businessLooks[status]} />
);

const names: Record<string, string> = {
  stripe: "Stripe",
  postmark: "Postmark",
  ses: "Amazon SES",
  clerk: "Clerk",
};

/** Providers to filter by: those that tell us something. */
export const providers = () => Object.entries(names).map(([key, label]) => ({ key, label }));

export const providerName = (key: string | null | undefined) => (key ? (names[key] ?? key) : "–");

/** Staff are of no business, so times are in the zone that they sit in. */
export function when(instant: string) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return moment(instant, zone, dayOf(new Date().toISOString(), zone));
}
