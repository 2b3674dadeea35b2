import type { Series } from "../api";
import { later } from "../locales";

/** What is numbered, in the order of how often somebody looks at it. */
export const kinds = {
  INVOICE: later("Invoices"),
  QUOTE: later("Quotes"),
  CONTACT: later("Contacts"),
  TEMPLATE: later("Templates"),
  AI_DRAFT: later("AI drafts"),
  DELIVERY: later("Messages"),
} satisfies Record<Series["kind"], () => string>;

export const order = Object.keys(kinds) as Series["kind"][];
