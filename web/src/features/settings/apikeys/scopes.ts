import type { Scope } from "../api";
import { later } from "../locales";

/** What a key may be given, as the dialog and the list say it. */
export const groups = [
  {
    name: later("Contacts"),
    scopes: { "contacts:read": later("read"), "contacts:write": later("write") },
  },
  {
    name: later("Invoices"),
    scopes: {
      "invoices:read": later("read"),
      "invoices:write": later("write"),
      "invoices:send": later("send"),
    },
  },
  {
    name: later("Payments"),
    scopes: { "payments:read": later("read"), "payments:write": later("record") },
  },
  {
    name: later("Reminders"),
    scopes: { "reminders:read": later("read"), "reminders:write": later("send and steer") },
  },
  { name: later("Settings"), scopes: { "settings:read": later("read") } },
] satisfies { name: () => string; scopes: Partial<Record<Scope, () => string>> }[];

export const scopesOf = (group: (typeof groups)[number]) =>
  Object.entries(group.scopes) as [Scope, () => string][];

/** "Contacts: read. Invoices: read, send." */
export const inWords = (given: readonly Scope[]) =>
  groups
    .map((group) => ({
      name: group.name(),
      verbs: scopesOf(group).flatMap(([scope, verb]) => (given.includes(scope) ? [verb()] : [])),
    }))
    .filter(({ verbs }) => verbs.length > 0)
    .map(({ name, verbs }) => `${name}: ${verbs.join(", ")}.`)
    .join(" ");
