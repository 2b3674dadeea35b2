import { z } from "zod";
import type { Business } from "@/features/tenants/api";
import { plusDays } from "@/lib/dates";
import { parseAmount } from "@/lib/money";
import type { Invoice, InvoiceBody, Line } from "../api";

const line = z.object({
  name: z.string().max(200, "At most 200 characters"),
  description: z.string().max(2000, "At most 2,000 characters"),
  qty: z.string().regex(/^\d+([.,]\d{1,4})?$/, "A number such as 1 or 1.5"),
  rate: z.string(),
  tax_code: z.string(),
});

export const schema = z
  .object({
    contact_id: z.string().min(1, "Choose a customer"),
    currency: z.string(),
    issue_date: z.iso.date("Choose a day"),
    due_date: z.iso.date("Choose a day"),
    reference: z.string().max(100, "At most 100 characters"),
    notes: z.string().max(2000, "At most 2,000 characters"),
    discount: z.string(),
    lines: z.array(line).min(1),
  })
  .refine((form) => form.due_date >= form.issue_date, {
    path: ["due_date"],
    message: "Not before the day of issue",
  })
  .check(({ value, issues }) => {
    value.lines.forEach((one, i) => {
      if (one.rate !== "" && parseAmount(one.rate, value.currency) === null) {
        issues.push({
          code: "custom",
          input: one.rate,
          path: ["lines", i, "rate"],
          message: "An amount such as 1,250.00",
        });
      }
    });
  });

export type Form = z.infer<typeof schema>;
export type FormLine = Form["lines"][number];

const TERMS_DAYS = 14;

export const emptyLine = (taxCode: string): FormLine => ({
  name: "",
  description: "",
  qty: "1",
  rate: "",
  tax_code: taxCode,
});

export const newForm = (business: Business, contactId: string, taxCode: string): Form => ({
  contact_id: contactId,
  currency: business.currency,
  issue_date: business.today,
  due_date: plusDays(business.today, TERMS_DAYS),
  reference: "",
  notes: "",
  discount: "",
  lines: [emptyLine(taxCode)],
});

export const formOf = (invoice: Invoice): Form => ({
  contact_id: invoice.contact_id,
  currency: invoice.currency,
  issue_date: invoice.issue_date,
  due_date: invoice.due_date,
  reference: invoice.reference ?? "",
  notes: invoice.notes ?? "",
  discount: invoice.discount?.type === "PERCENT" ? invoice.discount.value : "",
  lines: invoice.line_items.map((one) => ({
    name: one.name,
    description: one.description ?? "",
    qty: one.qty,
    rate: one.rate,
    tax_code: one.tax_code ?? "",
  })),
});

/** Lines that say something; the one that waits for words is not part of the invoice. */
export const isComplete = (line: FormLine, currency: string) =>
  line.name.trim() !== "" && parseAmount(line.rate, currency) !== null;

export function linesOf(form: Form): Line[] {
  return form.lines
    .filter((one) => isComplete(one, form.currency))
    .map((one) => ({
      name: one.name.trim(),
      description: one.description || null,
      qty: one.qty.replace(",", "."),
      rate: parseAmount(one.rate, form.currency) ?? "0",
      tax_code: one.tax_code || null,
    }));
}

/** The server's amount of a line of the form; undefined for one that is not complete. */
export function amountOf(form: Form, index: number, lines: { amount: string }[]) {
  const line = form.lines[index];
  if (!line || !isComplete(line, form.currency)) return undefined;
  return lines[form.lines.slice(0, index).filter((one) => isComplete(one, form.currency)).length]
    ?.amount;
}

export const discountOf = (form: Form) =>
  form.discount === ""
    ? null
    : { type: "PERCENT" as const, value: form.discount.replace(",", ".") };

export const bodyOf = (form: Form): InvoiceBody => ({
  contact_id: form.contact_id,
  currency: form.currency,
  issue_date: form.issue_date,
  due_date: form.due_date,
  reference: form.reference || null,
  notes: form.notes || null,
  line_items: linesOf(form),
  ...(form.discount === ""
    ? {}
    : { discount: discountOf(form) ?? { type: "PERCENT", value: "0" } }),
});
