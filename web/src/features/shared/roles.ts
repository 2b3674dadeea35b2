import type { Schemas } from "@/lib/api/client";
import { later } from "./locales";

export type Role = Schemas["MemberView"]["role"];

/** From most to least. */
export const roles = ["OWNER", "ADMIN", "STAFF", "AGENT", "VIEWER"] as const satisfies Role[];

export const roleNames: Record<Role, () => string> = {
  OWNER: later("Owner"),
  ADMIN: later("Administrator"),
  STAFF: later("Staff"),
  AGENT: later("Agent"),
  VIEWER: later("Viewer"),
};

/** What a role may do, in one sentence. */
export const roleMay: Record<Role, () => string> = {
  OWNER: later("Does everything, the plan and the other owners included."),
  ADMIN: later("Does everything but the plan and the owners."),
  STAFF: later("Does the daily work: contacts, invoices, reminders, payments."),
  AGENT: later("Writes drafts for the contacts they added; sends them where that is allowed."),
  VIEWER: later("Reads everything and changes nothing."),
};
