import { zodResolver } from "@hookform/resolvers/zod";
import { FormProvider } from "react-hook-form";
import { Card } from "@/components/ui/Card";
import { TextArea, TextField } from "@/components/ui/Field";
import { toast } from "@/components/ui/Toasts";
import { useBusiness, useUpdateBusiness } from "@/features/tenants/api";
import { useVersionedForm } from "@/lib/useVersionedForm";
import { ReadOnlyNotice, useMayEdit } from "../ReadOnly";
import { SaveBar } from "../SaveBar";
import { LookPart } from "./LookPart";
import { PlacePart } from "./PlacePart";
import { labels, patchOf, schema, type Values, valuesOf } from "./values";

export function BusinessSection() {
  const business = useBusiness();
  const mayEdit = useMayEdit();
  const update = useUpdateBusiness();
  const { form, conflict, submit, discard, putOnTop } = useVersionedForm<Values, typeof business>({
    shown: business,
    valuesOf,
    resolver: zodResolver(schema),
    save: (changes, version) => update.mutateAsync({ patch: patchOf(changes), version }),
    onSaved: () => toast("The business is saved."),
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  const company = errors.settings?.company;

  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={submit}>
        {mayEdit ? null : <ReadOnlyNotice />}
        <fieldset disabled={!mayEdit} className="flex min-w-0 flex-col gap-6">
          <Card title="On paper">
            <div className="grid gap-4 tablet:grid-cols-2">
              <TextField
                label="Business name"
                error={errors.name?.message}
                {...form.register("name")}
              />
              <TextField
                label="Legal name"
                hint="Only when it differs."
                error={company?.legal_name?.message}
                {...form.register("settings.company.legal_name")}
              />
              <TextArea
                label="Address"
                hint="A line each; the country is added."
                rows={3}
                autoComplete="street-address"
                error={company?.address_lines?.message}
                className="tablet:col-span-2"
                {...form.register("settings.company.address_lines")}
              />
              <TextField
                label="Tax number"
                hint="Such as a KRA PIN or a VAT number."
                error={company?.tax_id?.message}
                {...form.register("settings.company.tax_id")}
              />
              <TextField
                label="E-mail"
                type="email"
                hint="Customers' answers go here."
                error={company?.email?.message}
                {...form.register("settings.company.email")}
              />
              <TextField
                label="Phone"
                type="tel"
                error={company?.phone?.message}
                {...form.register("settings.company.phone")}
              />
              <TextField
                label="Website"
                inputMode="url"
                error={company?.website?.message}
                {...form.register("settings.company.website")}
              />
            </div>
          </Card>
          <PlacePart />
          <LookPart />
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
    </FormProvider>
  );
}
