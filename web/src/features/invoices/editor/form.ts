import type { Business } from "@/features/tenants/api";
import { plusDays } from "@/lib/dates";
import { decimals, parseDecimal } from "@/lib/money";
import { isSame } from "@/lib/versions";
import { z } from "@/lib/zod";
import type { Invoice, InvoiceBody, Line } from "../api";
import { says, t } from "../locales";

/** Decimal places that the API keeps, whatever the currency. */
const QTY_PLACES = 4;
const RATE_PLACES = 6;

const discount = z.object({ type: z.enum(["PERCENT", "AMOUNT"]), value: z.string() });

/** What the API said of a line and the form does not show: goes back with it as it came. */
const kept = z.object({
  id: z.string(),
  unit: z.string().nullable(),
  discount: discount.nullable(),
  qty: z.string(),
  rate: z.string(),
});

const text = (most: number) =>
  z.string().max(most, says("Use at most {most} characters.", { most }));

const line = z.object({
  name: text(200),
  description: text(2_000),
  qty: z.string(),
  rate: z.string(),
  tax_code: z.string(),
  kept: kept.nullable(),
});

type Typed = z.infer<typeof line>;

// A figure that is still the API's own is no typing: it is neither grouped nor refused.

const qtyOf = ({ qty, kept }: Typed) => (qty === kept?.qty ? qty : parseDecimal(qty, QTY_PLACES));

const rateOf = ({ rate, kept }: Typed, currency: string) =>
  rate === kept?.rate ? rate : parseDecimal(rate, RATE_PLACES, decimals(currency) >= 3);

export const schema = z
  .object({
    contact_id: z.string().min(1, says("Choose a customer.")),
    currency: z.string(),
    issue_date: z.iso.date(says("Choose a day.")),
    due_date: z.iso.date(says("Choose a day.")),
    reference: text(100),
    notes: text(2_000),
    discount: z
      .string()
      .regex(/^(\d{1,3}([.,]\d{1,4})?)?$/, says("Write a percentage such as 2.5.")),
    /** A discount of the draft that is an amount: the form keeps it, or takes it off. */
    amount_off: discount.nullable(),
    lines: z.array(line).min(1),
  })
  .refine((form) => form.due_date >= form.issue_date, {
    path: ["due_date"],
    ...says("Not before the day of issue."),
  })
  .check(({ value, issues }) => {
    value.lines.forEach((one, i) => {
      if (qtyOf(one) === null) {
        issues.push({
          code: "custom",
          input: one.qty,
          path: ["lines", i, "qty"],
          message: t("Write a number such as 1 or 1.5."),
        });
      }
      if (one.rate !== "" && rateOf(one, value.currency) === null) {
        issues.push({
          code: "custom",
          input: one.rate,
          path: ["lines", i, "rate"],
          message: t("Write an amount such as 1,250.00."),
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
  kept: null,
});

/** The same once more: a line of its own. */
export const copyOf = (line: FormLine): FormLine => ({
  ...line,
  kept: line.kept && { ...line.kept, id: "" },
});

export const newForm = (business: Business, contactId: string, taxCode: string): Form => ({
  contact_id: contactId,
  currency: business.currency,
  issue_date: business.today,
  due_date: plusDays(business.today, TERMS_DAYS),
  reference: "",
  notes: "",
  discount: "",
  amount_off: null,
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
  amount_off: invoice.discount?.type === "AMOUNT" ? invoice.discount : null,
  lines: invoice.line_items.map((one) => ({
    name: one.name,
    description: one.description ?? "",
    qty: one.qty,
    rate: one.rate,
    tax_code: one.tax_code ?? "",
    kept: {
      id: one.id,
      unit: one.unit ?? null,
      discount: one.discount ?? null,
      qty: one.qty,
      rate: one.rate,
    },
  })),
});

/** Lines that say something; the one that waits for words is not part of the invoice. */
export const isComplete = (line: FormLine, currency: string) =>
  line.name.trim() !== "" && qtyOf(line) !== null && rateOf(line, currency) !== null;

/** The first line that says something and not enough to be saved; -1 for none. */
export const halfLine = (form: Form) =>
  form.lines.findIndex(
    (one) =>
      !isComplete(one, form.currency) && `${one.name}${one.description}${one.rate}`.trim() !== "",
  );

/** Whether the API takes it: a draft begins with its first customer and line. */
export const isSavable = (form: Form) => schema.safeParse(form).success && linesOf(form).length > 0;

/** Whether everything in the form would be saved. */
export const isWhole = (form: Form) => isSavable(form) && halfLine(form) < 0;

export const linesOf = (form: Form): Line[] =>
  form.lines
    .filter((one) => isComplete(one, form.currency))
    .map((one) => ({
      ...(one.kept && {
        ...(one.kept.id && { id: one.kept.id }),
        unit: one.kept.unit,
        discount: one.kept.discount,
      }),
      name: one.name.trim(),
      description: one.description || null,
      qty: qtyOf(one) ?? "1",
      rate: rateOf(one, form.currency) ?? "0",
      tax_code: one.tax_code || null,
    }));

/** The server's amount of a line of the form; undefined for one that is not complete. */
export function amountOf(form: Form, index: number, lines: { amount: string }[]) {
  const line = form.lines[index];
  if (!line || !isComplete(line, form.currency)) return undefined;
  return lines[form.lines.slice(0, index).filter((one) => isComplete(one, form.currency)).length]
    ?.amount;
}

/** None is said as null: a change that leaves it out would leave it as it was. */
export const discountOf = (form: Form): Form["amount_off"] =>
  form.discount === ""
    ? form.amount_off
    : { type: "PERCENT", value: form.discount.replace(",", ".") };

/** What of the API's draft a field of the form says. */
const partOf = {
  contact_id: "contact_id",
  currency: "currency",
  issue_date: "issue_date",
  due_date: "due_date",
  reference: "reference",
  notes: "notes",
  discount: "discount",
  amount_off: "discount",
  lines: "line_items",
} as const satisfies Record<keyof Form, keyof InvoiceBody>;

/** Another person's version, with what I wrote since `base` on top of it. */
export function onTopOf(theirs: Invoice, mine: Form, base: InvoiceBody): Form {
  const body = bodyOf(mine);
  const names = Object.keys(partOf) as (keyof Form)[];
  const written = names.filter((name) => !isSame(body[partOf[name]], base[partOf[name]]));
  if (halfLine(mine) >= 0) written.push("lines"); // no part of the body yet, and not to be lost
  return { ...formOf(theirs), ...Object.fromEntries(written.map((name) => [name, mine[name]])) };
}

export const bodyOf = (form: Form): InvoiceBody => ({
  contact_id: form.contact_id,
  currency: form.currency,
  issue_date: form.issue_date,
  due_date: form.due_date,
  reference: form.reference || null,
  notes: form.notes || null,
  line_items: linesOf(form),
  discount: discountOf(form),
});
