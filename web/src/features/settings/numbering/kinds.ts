import type { Series } from "../api";

/** What is numbered, in the order of how often somebody looks at it. */
export const kinds: Record<Series["kind"], string> = {
  INVOICE: "Invoices",
  QUOTE: "Quotes",
  CONTACT: "Contacts",
  TEMPLATE: "Templates",
  AI_DRAFT: "AI drafts",
  DELIVERY: "Messages",
};

export const order = Object.keys(kinds) as Series["kind"][];
