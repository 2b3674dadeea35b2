import type { Changes } from "@/lib/versions";
import { z } from "@/lib/zod";
import type { Contact, ContactBody } from "./api";
import { says, t } from "./locales";

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, says("Use at most {most} characters.", { most: max }));

const email = text(254).refine(
  (value) => value === "" || z.email().safeParse(value).success,
  says("Write an address like name@example.com."),
);

/** The server keeps only digits with the code of the country. */
const phone = text(40).refine(
  (value) => value === "" || /^(\+|00)[1-9][\d\s().-]{6,}$/.test(value),
  says("Write the number with the country's code, such as +254 712 345 678."),
);

/** Every field as a form holds it: text, "" for none. Called as the API calls it. */
export const contactSchema = z
  .object({
    type: z.enum(["CUSTOMER", "LEAD", "VENDOR", "OTHER"]),
    display_name: text(200).min(1, says("Who is it?")),
    company_name: text(200),
    email,
    phone,
    payment_terms: z.enum(["", "DUE_ON_RECEIPT", "NET_15", "NET_30", "NET_60", "CUSTOM"]),
    payment_terms_days: text(3),
    preferred_payment_method: z.enum(["", "MPESA", "BANK", "CARD", "CASH"]),
    send_reminders: z.boolean(),
    reminder_policy_id: text(36),
    secondary_email: email,
    secondary_phone: phone,
    address_line1: text(200),
    address_line2: text(200),
    city: text(200),
    region: text(200),
    postal_code: text(20),
    country: text(2),
    timezone: text(50),
    language: text(35),
    business_type: text(200),
    tax_id: text(50),
    tags: text(2_500),
    notes: text(10_000),
    status: z.enum(["ACTIVE", "INACTIVE", "SUSPENDED", "ARCHIVED"]),
  })
  .refine(
    ({ payment_terms, payment_terms_days: days }) =>
      payment_terms !== "CUSTOM" || (/^\d+$/.test(days) && Number(days) <= 365),
    { path: ["payment_terms_days"], ...says("Write a number of days, at most 365.") },
  );

export type Fields = z.infer<typeof contactSchema>;

/** What a person calls the fields. */
export const labels = (): Record<keyof Fields, string> => ({
  type: t("They are"),
  display_name: t("Name"),
  company_name: t("Company"),
  email: t("E-mail"),
  phone: t("Phone"),
  payment_terms: t("Time to pay"),
  payment_terms_days: t("Days @terms"),
  preferred_payment_method: t("Usually by"),
  send_reminders: t("Send reminders"),
  reminder_policy_id: t("Policy"),
  secondary_email: t("Second e-mail"),
  secondary_phone: t("Second phone"),
  address_line1: t("Street"),
  address_line2: t("More of the address"),
  city: t("Town"),
  region: t("Region"),
  postal_code: t("Postal code"),
  country: t("Country"),
  timezone: t("Time zone"),
  language: t("Language"),
  business_type: t("Line of business"),
  tax_id: t("Tax number"),
  tags: t("Tags"),
  notes: t("Notes"),
  status: t("Standing"),
});

/** The fields that most contacts do without. */
export const folded = [
  "secondary_email",
  "secondary_phone",
  "address_line1",
  "address_line2",
  "city",
  "region",
  "postal_code",
  "country",
  "timezone",
  "language",
  "business_type",
  "tax_id",
  "tags",
  "notes",
  "status",
] as const satisfies (keyof Fields)[];

const blank: Fields = {
  type: "CUSTOMER",
  display_name: "",
  company_name: "",
  email: "",
  phone: "",
  payment_terms: "",
  payment_terms_days: "",
  preferred_payment_method: "",
  send_reminders: true,
  reminder_policy_id: "",
  secondary_email: "",
  secondary_phone: "",
  address_line1: "",
  address_line2: "",
  city: "",
  region: "",
  postal_code: "",
  country: "",
  timezone: "",
  language: "",
  business_type: "",
  tax_id: "",
  tags: "",
  notes: "",
  status: "ACTIVE",
};

/** A contact as the form holds it; a new one without. */
export function fieldsOf(contact: Contact | undefined): Fields {
  if (!contact) return blank;
  const kept = Object.keys(blank).map((name) => {
    const value = contact[name as keyof Fields];
    if (Array.isArray(value)) return [name, value.join(", ")];
    if (typeof value === "number") return [name, String(value)];
    return [name, value ?? blank[name as keyof Fields]];
  });
  return Object.fromEntries(kept) as Fields;
}

const listOf = (tags: string) =>
  tags
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);

/** What the API takes of a new contact: null for none, numbers and lists as such. */
export function bodyOf(fields: Fields): ContactBody {
  const { tags, send_reminders, payment_terms_days, ...texts } = fields;
  const filled = Object.fromEntries(
    Object.entries(texts).map(([name, value]) => [name, value === "" ? null : value]),
  ) as Omit<ContactBody, "tags">;
  return {
    ...filled,
    display_name: fields.display_name,
    payment_terms_days: fields.payment_terms === "CUSTOM" ? Number(payment_terms_days) : null,
    send_reminders,
    tags: listOf(tags),
  };
}

/** What the API takes of changes to one. */
export function patchOf({ tags, payment_terms_days: days, ...texts }: Changes<Fields>) {
  return {
    ...texts,
    ...(tags === undefined ? {} : { tags: listOf(tags ?? "") }),
    ...(days === undefined ? {} : { payment_terms_days: days === null ? null : Number(days) }),
  } as Partial<ContactBody>;
}
