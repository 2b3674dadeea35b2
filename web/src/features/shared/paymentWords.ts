import type { Schemas } from "@/lib/api/client";
import { t } from "./locales";

type Payment = Schemas["Payment"];

export const providers = () =>
  [
    { key: "MPESA", label: "M-PESA" },
    { key: "STRIPE", label: "Stripe" },
    { key: "PAYPAL", label: "PayPal" },
    { key: "BANK", label: t("Bank transfer") },
    { key: "CASH", label: t("Cash") },
    { key: "POS_PROVIDER", label: t("Card machine") },
    { key: "OTHER", label: t("Something else") },
  ] as const satisfies { key: Payment["provider"]; label: string }[];

export const providerName = (key: Payment["provider"]) =>
  providers().find((one) => one.key === key)?.label ?? key;

/** What the customer paid with: the provider's own words ("Visa ending 4242"), or ours for what has none. */
export const methodName = ({ provider, method_label: label }: Payment) =>
  provider === "STRIPE" || provider === "PAYPAL" ? label : providerName(provider);
