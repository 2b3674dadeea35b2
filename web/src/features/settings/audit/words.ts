import { fullDay, moment } from "@/lib/dates";
import { later, t } from "../locales";
import type { Actor, Entry } from "./api";

/** Where and when the reader is. */
export type Reader = { timezone: string; today: string };

type Names = { who: string; it: string };

/** One sentence for each act; an act that is not here is told by the API's own English. */
const sentences: Record<string, (names: Names) => string> = {
  "tenant.created": (n) => t("{who} founded the business", n),
  "tenant.reminders_paused": (n) => t("{who} paused all reminders", n),
  "tenant.reminders_resumed": (n) => t("{who} let reminders go on", n),
  "tenant.organization_linked": (n) => t("{who} linked the business to an organisation", n),
  "tenant.organization_unlinked": (n) => t("{who} unlinked the business from its organisation", n),
  "tenant.closed": (n) => t("{who} closed the business", n),
  "tenant.reopened": (n) => t("{who} opened the business again", n),
  "tenant.erased": () => t("The business was erased, sixty days after it was closed"),
  "test_clock.moved": (n) => t("{who} moved the test clock", n),
  "member.created": (n) => t("{it} became a member", n),
  "member.invited": (n) => t("{who} invited {it}", n),
  "member.joined": (n) => t("{it} came in", n),
  "member.removed": (n) => t("{who} removed {it}", n),
  "api_key.created": (n) => t("{who} made the key {it}", n),
  "api_key.revoked": (n) => t("{who} revoked the key {it}", n),
  "auth.signed_in": (n) => t("{who} signed in", n),
  "auth.signed_out_everywhere": (n) => t("{who} signed out on every device", n),
  "auth.signed_out_elsewhere": (n) => t("{who} signed out on all other devices", n),
  "auth.session_ended": (n) => t("{who} signed out on one device", n),
  "auth.password_changed": (n) => t("{who} changed the password", n),
  "auth.password_reset": (n) => t("{who} set a new password", n),
  "auth.identity_linked": (n) => t("{who} linked the account of {it}", n),
  "auth.identity_unlinked": (n) => t("{who} unlinked the account of {it}", n),
  "auth.password_ended": (n) => t("{who} ended the password and sessions of {it}", n),
  "invoice.draft_created": (n) => t("{who} wrote the draft of {it}", n),
  "invoice.deleted": (n) => t("{who} deleted the draft of {it}", n),
  "invoice.scheduled": (n) => t("{who} scheduled {it}", n),
  "invoice.unscheduled": (n) => t("{who} took back the schedule of {it}", n),
  "invoice.send_requested": (n) => t("{who} asked to send {it}", n),
  "invoice.send_failed": (n) => t("{it} could not be sent", n),
  "invoice.sent": (n) => t("{it} was sent", n),
  "invoice.partially_paid": (n) => t("{it} was paid in part", n),
  "invoice.paid": (n) => t("{it} was paid in full", n),
  "invoice.voided": (n) => t("{who} voided {it}", n),
  "invoice.written_off": (n) => t("{who} wrote off {it}", n),
  "delivery.sent": (n) => t("The mail of {it} was accepted", n),
  "delivery.resolved": (n) => t("{who} said what became of a message of {it}", n),
  "payment.succeeded": (n) => t("A payment for {it} was booked by {who}", n),
  "payment.failed": (n) => t("A payment for {it} failed", n),
  "payment.refunded": (n) => t("A payment for {it} was refunded", n),
  "portal_link.created": (n) => t("{who} made a link to {it}", n),
  "portal_link.revoked": (n) => t("{who} revoked the links to {it}", n),
  "contact.created": (n) => t("{who} added the contact {it}", n),
  "contact.deleted": (n) => t("{who} deleted the contact {it}", n),
  "contact.restored": (n) => t("{who} brought back the contact {it}", n),
  "contact.removed": () => t("What law obliged to keep of an erased contact was deleted"),
  "integration.connect_requested": (n) => t("{who} asked to connect a payment account", n),
  "integration.connected": () => t("A payment account was connected"),
  "integration.connect_failed": () => t("A payment account could not be connected"),
  "integration.disconnected": (n) => t("{who} disconnected a payment account", n),
  "tax_rate.created": (n) => t("{who} added the tax rate {it}", n),
  "tax_rate.archived": (n) => t("{who} archived the tax rate {it}", n),
  "tax_rate.deleted": (n) => t("{who} deleted the tax rate {it}", n),
  "holiday.created": (n) => t("{who} kept a day free: {it}", n),
  "holiday.deleted": (n) => t("{who} made a free day a working day: {it}", n),
  "reminder_policy.created": (n) => t("{who} added the reminder policy {it}", n),
  "reminder_policy.deleted": (n) => t("{who} deleted the reminder policy {it}", n),
  "reminder.sent": (n) => t("A reminder of {it} was sent", n),
  "reminder.failed": (n) => t("A reminder of {it} could not be sent", n),
  "reminders.pause": (n) => t("{who} paused reminders to {it}", n),
  "reminders.resume": (n) => t("{who} let reminders to {it} go on", n),
  "reminders.remindNow": (n) => t("{who} reminded {it} by hand", n),
  "reminders.sendNow": (n) => t("{who} sent {it} a planned reminder at once", n),
  "reminders.skip": (n) => t("{who} skipped a reminder to {it}, or took that back", n),
  "reminders.decide": (n) => t("{who} decided about a missed reminder to {it}", n),
  "reminders.move": (n) => t("{who} changed a planned reminder to {it}", n),
  "reminders.promise": (n) => t("{who} noted until when {it} pays", n),
  "reminders.dispute": (n) => t("{who} noted that {it} disputes an invoice", n),
  "reminders.resolveDispute": (n) => t("{who} settled a dispute with {it}", n),
  "reminders.usePolicy": (n) => t("{who} changed how an invoice of {it} is chased", n),
  "reminders.mute": (n) => t("{who} changed whether {it} is written to", n),
  "reminders.resolveDelivery": (n) => t("{who} said what became of a reminder to {it}", n),
  "work_item.created": (n) => t("A task to collect {it} was made", n),
  "privacy.export_requested": (n) => t("{who} asked for a copy of what is held about a person", n),
  "privacy.erase_requested": (n) => t("{who} asked to erase a person", n),
  "privacy.overridden": (n) => t("{who} let an erasure go on although money is open", n),
  "privacy.canceled": (n) => t("{who} took a privacy request back", n),
  "privacy.exported": () => t("What is held about a person was copied"),
  "privacy.file_read": (n) => t("{who} fetched the copy of what is held about a person", n),
  "privacy.erased": () => t("A person was erased"),
  "export.started": (n) => t("{who} asked for an export of everything", n),
  "export.canceled": (n) => t("{who} took an export back", n),
  "export.completed": () => t("An export of everything was made"),
  "export.failed": () => t("An export of everything could not be made"),
  "export.downloaded": (n) => t("{who} fetched an export of everything", n),
  "export.expired": () => t("An export of everything was deleted"),
  "audit.exported": (n) => t("{who} exported the audit log", n),
  "audit.personal_erased": () => t("Personal values of an entry were erased"),
  "audit.month_dropped": () => t("An old month of the audit log was deleted"),
  "tenant.opened": (n) => t("{who}, of the platform, looked at the business", n),
  "tenant.quotas_set": (n) => t("{who}, of the platform, set how much the business may take", n),
  "dead_letter.opened": (n) => t("{who}, of the platform, looked at an event that failed", n),
  "dead_letter.requeued": (n) =>
    t("{who}, of the platform, had an event that failed tried again", n),
  "dead_letter.discarded": (n) => t("{who}, of the platform, settled an event that failed", n),
  "webhook_event.opened": (n) => t("{who}, of the platform, looked at an event of a provider", n),
  "webhook_event.reprocessed": (n) =>
    t("{who}, of the platform, had an event of a provider taken again", n),
};

/** What entries are about, to filter by. */
export const kinds = () =>
  [
    { key: "invoice", label: t("Invoices") },
    { key: "payment", label: t("Payments") },
    { key: "contact", label: t("Contacts") },
    { key: "reminder", label: t("Reminders") },
    { key: "delivery", label: t("Messages") },
    { key: "user", label: t("Sign-ins") },
    { key: "member", label: t("Members") },
    { key: "api_key", label: t("API keys") },
    { key: "tenant", label: t("The business") },
    { key: "integration", label: t("Payment accounts") },
    { key: "reminder_policy", label: t("Reminder policies") },
    { key: "tax_rate", label: t("Tax rates") },
    { key: "number_sequence", label: t("Numbering") },
    { key: "holiday", label: t("Free days") },
    { key: "privacy_request", label: t("Privacy requests") },
    { key: "export", label: t("Exports of everything") },
    { key: "audit_log", label: t("Exports of this log") },
    { key: "dead_letter", label: t("Events that failed") },
  ] as const;

const things: Record<string, () => string> = {
  invoice: later("an invoice"),
  payment: later("an invoice"),
  reminder: later("an invoice"),
  delivery: later("an invoice"),
  work_item: later("an invoice"),
  contact: later("a contact"),
  member: later("somebody"),
  api_key: later("a key"),
  user: later("their profile"),
  tenant: later("the business"),
  number_sequence: later("the numbering"),
};

const fields: Record<string, () => string> = {
  display_name: later("name"),
  company_name: later("company"),
  name: later("name"),
  email: later("e-mail"),
  phone: later("phone"),
  notes: later("notes"),
  terms: later("terms"),
  internal_note: later("internal note"),
  reference: later("reference"),
  due_date: later("due date"),
  issue_date: later("issue date"),
  total: later("total"),
  amount: later("amount"),
  refunded: later("refunded amount"),
  status: later("status"),
  language: later("language"),
  locale: later("language"),
  currency: later("currency"),
  timezone: later("time zone"),
  country: later("country"),
  percent: later("percent"),
  prefix: later("prefix"),
  next_value: later("next number"),
  payment_terms: later("payment terms"),
  scheduled_send_at: later("moment of sending"),
  closing_reason: later("reason @field"),
  is_default: later("default @field"),
  documents: later("PDFs @field"),
  rows: later("rows @field"),
  bytes: later("bytes @field"),
  failure: later("reason @field"),
  closed_at: later("moment of closing"),
};

/** "due date"; a field without a word of its own by the API's, in reading form. */
export const fieldName = (field: string) =>
  fields[field]?.() ??
  field
    .replace(/^settings\./, "")
    .replaceAll(".", ", ")
    .replaceAll("_", " ");

export function actorName({ kind, name }: Actor): string {
  if (kind === "PAYER") return t("The customer");
  if (kind === "BOT") return t("The bot");
  return name;
}

const LONGEST = 80;

/** A value as people write it: days and instants in the business's zone, words without capitals. */
export function valueWords(value: string | null | undefined, { timezone, today }: Reader): string {
  if (!value) return t("nothing");
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return fullDay(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return moment(value, timezone, today);
  if (value === "true") return t("yes");
  if (value === "false") return t("no");
  if (/^([A-Z]{4,}|[A-Z]+(_[A-Z]+)+)$/.test(value)) return value.toLowerCase().replaceAll("_", " ");
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}

/** Who did what, in a sentence without a full stop. */
export function sentenceOf(entry: Entry, reader: Reader): string {
  const { action, entity } = entry;
  const thing = things[entity.type]?.() ?? entity.type.replaceAll("_", " ");
  if (action.endsWith("updated")) return changed(entry, thing, reader);
  const names = { who: actorName(entry.actor), it: entity.name ?? thing };
  return sentences[action]?.(names) ?? entry.sentence;
}

function changed({ actor, entity, changes }: Entry, thing: string, reader: Reader): string {
  const isOwn = entity.type === "user" && actor.kind !== "PROVIDER";
  const isNamed = !isOwn && entity.type !== "tenant";
  const names = { who: actorName(actor), it: (isNamed ? entity.name : null) ?? thing };
  const [only, ...more] = changes;
  if (!only) return t("{who} saved {it} without a change", names);
  if (more.length > 0) {
    return t("{who} changed {n} field of {it} | {who} changed {n} fields of {it}", {
      ...names,
      n: changes.length,
    });
  }
  const field = fieldName(only.field);
  if (only.erased) return t("{who} changed the {field} of {it}", { ...names, field });
  return t("{who} changed the {field} of {it} from {before} to {after}", {
    ...names,
    field,
    before: valueWords(only.before, reader),
    after: valueWords(only.after, reader),
  });
}
