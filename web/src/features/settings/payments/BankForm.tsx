import { zodResolver } from "@hookform/resolvers/zod";
import { Card } from "@/components/ui/Card";
import { TextField } from "@/components/ui/Field";
import { toast } from "@/components/ui/Toasts";
import { type BusinessPatch, useBusiness, useUpdateBusiness } from "@/features/tenants/api";
import { useVersionedForm } from "@/lib/useVersionedForm";
import { ReadOnlyNotice, useMayEdit } from "../ReadOnly";
import { SaveBar } from "../SaveBar";
import { bankLabels, labels, schema, type Values, valuesOf } from "./values";

const bankFields = Object.keys(bankLabels) as (keyof typeof bankLabels)[];

/** How customers pay without a card: what stands on the invoice and the payment page. */
export function BankForm() {
  const business = useBusiness();
  const mayEdit = useMayEdit();
  const update = useUpdateBusiness();
  const { form, conflict, submit, discard, putOnTop } = useVersionedForm<Values, typeof business>({
    shown: business,
    valuesOf,
    resolver: zodResolver(schema),
    save: (changes, version) => update.mutateAsync({ patch: changes as BusinessPatch, version }),
    onSaved: () => toast("The payment details are saved."),
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  const payments = errors.settings?.payments;

  return (
    <form noValidate onSubmit={submit}>
      {mayEdit ? null : <ReadOnlyNotice />}
      <fieldset disabled={!mayEdit} className="flex min-w-0 flex-col gap-6">
        <Card title="M-PESA">
          <div className="grid gap-4 tablet:grid-cols-2">
            <TextField
              label="Paybill"
              inputMode="numeric"
              hint="Stands on invoices, with a reference of each as the account."
              error={payments?.mpesa_paybill?.message}
              {...form.register("settings.payments.mpesa_paybill")}
            />
            <TextField
              label="Till"
              inputMode="numeric"
              hint="Buy Goods. Does not stand on invoices yet."
              error={payments?.mpesa_till?.message}
              {...form.register("settings.payments.mpesa_till")}
            />
          </div>
        </Card>
        <Card title="Bank">
          <div className="grid gap-4 tablet:grid-cols-2">
            {bankFields.map((field) => (
              <TextField
                key={field}
                label={bankLabels[field]}
                autoComplete="off"
                error={payments?.bank_details?.[field]?.message}
                {...form.register(`settings.payments.bank_details.${field}`)}
              />
            ))}
          </div>
          <p className="mt-4 text-sm text-ink-3">
            What is filled in stands on every invoice, for customers who pay by transfer.
          </p>
        </Card>
      </fieldset>
      {mayEdit ? (
        <SaveBar
          isDirty={isDirty}
          busy={isSubmitting}
          refused={errors.root?.message}
          conflict={conflict}
          labels={labels}
          onDiscard={discard}
          onPutOnTop={putOnTop}
        />
      ) : null}
    </form>
  );
}
