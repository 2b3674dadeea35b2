import type { Business, BusinessPatch } from "@/features/tenants/api";
import type { Changes } from "@/lib/versions";
import { z } from "@/lib/zod";
import { says, t } from "../locales";
import { emailOrNone, formed, required, text } from "../rules";

const MAX_LINES = 6;
const MAX_LINE = 200;

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** Called as the API calls them, so that its refusals find their fields. */
export const schema = z.object({
  name: required(says("Write the name of the business.")),
  country: z.string(),
  currency: z.string(),
  timezone: z.string(),
  locale: z.string(),
  settings: z.object({
    company: z.object({
      legal_name: text(),
      address_lines: z
        .string()
        .refine(
          (value) => linesOf(value).length <= MAX_LINES,
          says("Use at most {most} lines.", { most: MAX_LINES }),
        )
        .refine(
          (value) => linesOf(value).every((line) => line.length <= MAX_LINE),
          says("Use at most {most} characters in a line.", { most: MAX_LINE }),
        ),
      tax_id: text(50),
      email: emailOrNone,
      phone: text(50),
      website: text(),
    }),
    branding: z.object({
      logo: z.string(),
      colour: formed(/^#[0-9A-Fa-f]{6}$/, says("Write a colour like #1A73E8.")),
      footer: text(1000),
    }),
  }),
});
export type Values = z.infer<typeof schema>;

export const labels = (): Record<string, string> => ({
  name: t("Business name"),
  country: t("Country"),
  currency: t("Currency"),
  timezone: t("Time zone"),
  locale: t("Days and amounts"),
  "settings.company.legal_name": t("Legal name"),
  "settings.company.address_lines": t("Address"),
  "settings.company.tax_id": t("Tax number"),
  "settings.company.email": t("E-mail"),
  "settings.company.phone": t("Phone"),
  "settings.company.website": t("Website"),
  "settings.branding.logo": t("Logo"),
  "settings.branding.colour": t("Colour"),
  "settings.branding.footer": t("Footer"),
});

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
