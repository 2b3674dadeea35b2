import { z } from "zod";
import type { Business, BusinessPatch } from "@/features/tenants/api";
import type { Changes } from "@/lib/versions";
import { emailOrNone, formed, required, text } from "../rules";

const MAX_LINES = 6;

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** Called as the API calls them, so that its refusals find their fields. */
export const schema = z.object({
  name: required("Write the name of the business."),
  country: z.string(),
  currency: z.string(),
  timezone: z.string(),
  locale: z.string(),
  settings: z.object({
    company: z.object({
      legal_name: text(),
      address_lines: z
        .string()
        .refine((value) => linesOf(value).length <= MAX_LINES, `Use at most ${MAX_LINES} lines.`)
        .refine(
          (value) => linesOf(value).every((line) => line.length <= 200),
          "Use at most 200 characters in a line.",
        ),
      tax_id: text(50),
      email: emailOrNone,
      phone: text(50),
      website: text(),
    }),
    branding: z.object({
      logo: z.string(),
      colour: formed(/^#[0-9A-Fa-f]{6}$/, "Write a colour like #1A73E8."),
      footer: text(1000),
    }),
  }),
});
export type Values = z.infer<typeof schema>;

export const labels: Record<string, string> = {
  name: "Business name",
  country: "Country",
  currency: "Currency",
  timezone: "Time zone",
  locale: "Days and amounts",
  "settings.company.legal_name": "Legal name",
  "settings.company.address_lines": "Address",
  "settings.company.tax_id": "Tax number",
  "settings.company.email": "E-mail",
  "settings.company.phone": "Phone",
  "settings.company.website": "Website",
  "settings.branding.logo": "Logo",
  "settings.branding.colour": "Colour",
  "settings.branding.footer": "Footer",
};

export function valuesOf({ settings, ...business }: Business): Values {
  const { company, branding } = settings;
  return {
    name: business.name,
    country: business.country,
    currency: business.currency,
    timezone: business.timezone,
    locale: business.locale,
    settings: {
      company: {
        legal_name: company.legal_name ?? "",
        address_lines: (company.address_lines ?? []).join("\n"),
        tax_id: company.tax_id ?? "",
        email: company.email ?? "",
        phone: company.phone ?? "",
        website: company.website ?? "",
      },
      branding: {
        logo: branding.logo ?? "",
        colour: branding.colour ?? "",
        footer: branding.footer ?? "",
      },
    },
  };
}

/** The form's address is one text, the API's a list of lines. */
export function patchOf(changes: Changes<Values>): BusinessPatch {
  const company = changes.settings?.company;
  if (company?.address_lines === undefined) return changes as BusinessPatch;
  return {
    ...changes,
    settings: {
      ...changes.settings,
      company: { ...company, address_lines: linesOf(company.address_lines ?? "") },
    },
  } as BusinessPatch;
}
