import type { UseFormReturn } from "react-hook-form";
import { Card } from "@/components/ui/Card";
import { TextField } from "@/components/ui/Field";
import { BusinessForm } from "../BusinessForm";
import { t } from "../locales";
import { bankLabels, labels, schema, type Values, valuesOf } from "./values";

/** How customers pay without a card: what stands on the invoice and the payment page. */
export function BankForm() {
  return (
    <BusinessForm
      schema={schema}
      valuesOf={valuesOf}
      labels={labels()}
      saved={t("The payment details are saved.")}
    >
      {(form) => <Fields form={form} />}
    </BusinessForm>
  );
}

function Fields({ form }: { form: UseFormReturn<Values> }) {
  const payments = form.formState.errors.settings?.payments;
  const names = bankLabels();
  return (
    <>
      <Card title="M-PESA">
        <div className="grid gap-4 tablet:grid-cols-2">
          <TextField
            label={t("Paybill")}
            inputMode="numeric"
            hint={t("Stands on invoices, with a reference of each as the account.")}
            error={payments?.mpesa_paybill?.message}
            {...form.register("settings.payments.mpesa_paybill")}
          />
          <TextField
            label={t("Till")}
            inputMode="numeric"
            hint={t("Buy Goods. Does not stand on invoices yet.")}
            error={payments?.mpesa_till?.message}
            {...form.register("settings.payments.mpesa_till")}
          />
        </div>
      </Card>
      <Card title={t("Bank")}>
        <div className="grid gap-4 tablet:grid-cols-2">
          {(Object.keys(names) as (keyof typeof names)[]).map((field) => (
            <TextField
              key={field}
              label={names[field]}
              autoComplete="off"
              error={payments?.bank_details?.[field]?.message}
              {...form.register(`settings.payments.bank_details.${field}`)}
            />
          ))}
        </div>
        <p className="mt-4 text-sm text-ink-3">
          {t("What is filled in stands on every invoice, for customers who pay by transfer.")}
        </p>
      </Card>
    </>
  );
}
