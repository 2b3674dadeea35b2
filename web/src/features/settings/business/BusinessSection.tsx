import type { UseFormReturn } from "react-hook-form";
import { Card } from "@/components/ui/Card";
import { TextArea, TextField } from "@/components/ui/Field";
import { BusinessForm } from "../BusinessForm";
import { CloseCard } from "../closing/CloseCard";
import { t } from "../locales";
import { LookPart } from "./LookPart";
import { PlacePart } from "./PlacePart";
import { labels, patchOf, schema, type Values, valuesOf } from "./values";

export function BusinessSection() {
  return (
    <>
      <BusinessForm
        schema={schema}
        valuesOf={valuesOf}
        patchOf={patchOf}
        labels={labels()}
        saved={t("The business is saved.")}
      >
        {(form) => (
          <>
            <OnPaper form={form} />
            <PlacePart />
            <LookPart />
          </>
        )}
      </BusinessForm>
      <CloseCard />
    </>
  );
}

/** Who the business is, as its documents say it. */
function OnPaper({ form }: { form: UseFormReturn<Values> }) {
  const { errors } = form.formState;
  const company = errors.settings?.company;
  return (
    <Card title={t("On paper")}>
      <div className="grid gap-4 tablet:grid-cols-2">
        <TextField
          label={t("Business name")}
          error={errors.name?.message}
          {...form.register("name")}
        />
        <TextField
          label={t("Legal name")}
          hint={t("Only when it differs.")}
          error={company?.legal_name?.message}
          {...form.register("settings.company.legal_name")}
        />
        <TextArea
          label={t("Address")}
          hint={t("A line each; the country is added.")}
          rows={3}
          autoComplete="street-address"
          error={company?.address_lines?.message}
          className="tablet:col-span-2"
          {...form.register("settings.company.address_lines")}
        />
        <TextField
          label={t("Tax number")}
          hint={t("Such as a KRA PIN or a VAT number.")}
          error={company?.tax_id?.message}
          {...form.register("settings.company.tax_id")}
        />
        <TextField
          label={t("E-mail")}
          type="email"
          hint={t("Customers' answers go here.")}
          error={company?.email?.message}
          {...form.register("settings.company.email")}
        />
        <TextField
          label={t("Phone")}
          type="tel"
          error={company?.phone?.message}
          {...form.register("settings.company.phone")}
        />
        <TextField
          label={t("Website")}
          inputMode="url"
          error={company?.website?.message}
          {...form.register("settings.company.website")}
        />
      </div>
    </Card>
  );
}
