import type { Business } from "@/features/tenants/api";
import { z } from "@/lib/zod";
import { says, t } from "../locales";
import { formed, text } from "../rules";

const mpesa = formed(/^\d{4,10}$/, says("Write 4 to 10 digits."));

export const schema = z.object({
  settings: z.object({
    payments: z.object({
      mpesa_paybill: mpesa,
      mpesa_till: mpesa,
      bank_details: z.object({
        bank_name: text(),
        account_name: text(),
        account_number: text(50),
        branch: text(),
        iban: text(34),
        swift: text(11),
      }),
    }),
  }),
});
export type Values = z.infer<typeof schema>;

const BANK = "settings.payments.bank_details";

export const bankLabels = () => ({
  bank_name: t("Bank"),
  branch: t("Branch"),
  account_name: t("Account name"),
  account_number: t("Account number"),
  iban: "IBAN",
  swift: t("SWIFT code"),
});

export const labels = (): Record<string, string> => ({
  "settings.payments.mpesa_paybill": t("M-PESA paybill"),
  "settings.payments.mpesa_till": t("M-PESA till"),
  ...Object.fromEntries(
    Object.entries(bankLabels()).map(([field, label]) => [`${BANK}.${field}`, label]),
  ),
});

export function valuesOf({ settings }: Business): Values {
  const { mpesa_paybill, mpesa_till, bank_details: bank } = settings.payments;
  return {
    settings: {
      payments: {
        mpesa_paybill: mpesa_paybill ?? "",
        mpesa_till: mpesa_till ?? "",
        bank_details: {
          bank_name: bank?.bank_name ?? "",
          account_name: bank?.account_name ?? "",
          account_number: bank?.account_number ?? "",
          branch: bank?.branch ?? "",
          iban: bank?.iban ?? "",
          swift: bank?.swift ?? "",
        },
      },
    },
  };
}
