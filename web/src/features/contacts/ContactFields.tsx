import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { SelectField, TextArea, TextField } from "@/components/ui/Field";
import { ZoneField } from "@/components/ui/PlaceFields";
import { policiesQuery } from "@/features/settings/api";
import { languages } from "@/lib/language";
import { countries, countryName } from "@/lib/places";
import { type Fields, folded, labels } from "./fields";
import { t } from "./locales";
import { methods, statuses, terms, types } from "./words";

const grid = "grid grid-cols-2 gap-4 max-tablet:grid-cols-1";

const byName = () =>
  countries
    .map((code) => ({ key: code, label: countryName(code) }))
    .sort((a, b) => a.label.localeCompare(b.label));

const documentLanguages = [
  { key: "english", label: languages.en },
  { key: "swahili", label: languages.sw },
];

/** A field of the form by its name: its label, its value, its sentence. */
function useField() {
  const { register, formState } = useFormContext<Fields>();
  return (name: keyof Fields) => ({
    ...register(name),
    label: labels()[name],
    error: formState.errors[name]?.message,
  });
}

const Options = ({ all }: { all: readonly { key: string; label: string }[] }) =>
  all.map((one) => (
    <option key={one.key} value={one.key}>
      {one.label}
    </option>
  ));

/** What nearly every contact has. */
export function MainFields({ isNew }: { isNew: boolean }) {
  const field = useField();
  const { register } = useFormContext<Fields>();
  const policies = useQuery(policiesQuery);
  const chosen = useWatch<Fields, "payment_terms">({ name: "payment_terms" });
  return (
    <>
      <Group title={t("Who")}>
        <TextField autoFocus={isNew} autoComplete="off" {...field("display_name")} />
        <TextField autoComplete="off" {...field("company_name")} />
        <SelectField {...field("type")}>
          <Options all={types().map(({ key, one }) => ({ key, label: one }))} />
        </SelectField>
      </Group>
      <Group title={t("How they are reached")}>
        <TextField
          type="email"
          autoComplete="off"
          hint={t("Invoices and reminders go here.")}
          {...field("email")}
        />
        <TextField
          type="tel"
          autoComplete="off"
          placeholder="+254 712 345 678"
          {...field("phone")}
        />
        <label className="col-span-full flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            {...register("send_reminders")}
            className="size-4 accent-ink-fill"
          />
          <span>
            <b className="block font-semibold">{labels().send_reminders}</b>
            <span className="text-sm text-ink-3">
              {t("Without it they only get what you send.")}
            </span>
          </span>
        </label>
      </Group>
      <Group title={t("How they are chased")}>
        <SelectField {...field("reminder_policy_id")}>
          <option value="">{t("By the business's own policy")}</option>
          {policies.data?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </Group>
      <Group title={t("How they pay")}>
        <SelectField {...field("payment_terms")}>
          <option value="">{t("As the business has it")}</option>
          <Options all={terms()} />
        </SelectField>
        {chosen === "CUSTOM" ? (
          <TextField inputMode="numeric" {...field("payment_terms_days")} />
        ) : null}
        <SelectField {...field("preferred_payment_method")}>
          <option value="">{t("Not known")}</option>
          <Options all={methods()} />
        </SelectField>
      </Group>
    </>
  );
}

/** The rest, folded until somebody needs it or something in it is wrong. */
export function MoreFields() {
  const field = useField();
  const { formState, getValues } = useFormContext<Fields>();
  const [opened, setOpened] = useState(false);
  const wrong = folded.some((name) => formState.errors[name]);
  return (
    <details
      open={opened || wrong}
      onToggle={(event) => setOpened(event.currentTarget.open)}
      className="group border-t border-line pt-2"
    >
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 font-semibold [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-4 transition group-open:rotate-90" />
        {t("More")}
        <span className="text-sm font-normal text-ink-3">
          {t("Address, second ways to reach them, tax number, notes")}
        </span>
      </summary>
      <div className="mt-4 flex flex-col gap-8">
        <Group title={t("Address")}>
          <TextField {...field("address_line1")} />
          <TextField {...field("address_line2")} />
          <TextField {...field("city")} />
          <TextField {...field("region")} />
          <TextField {...field("postal_code")} />
          <SelectField {...field("country")}>
            <option value="">{t("As the business has it")}</option>
            <Options all={byName()} />
          </SelectField>
        </Group>
        <Group title={t("Other ways to reach them")}>
          <TextField type="email" {...field("secondary_email")} />
          <TextField type="tel" {...field("secondary_phone")} />
          <ZoneField
            hint={t("Reminders arrive in their working hours.")}
            current={getValues("timezone")}
            none={t("As the business has it")}
            {...field("timezone")}
          />
          <SelectField {...field("language")}>
            <option value="">{t("As the business has it")}</option>
            <Options all={withOther(documentLanguages, getValues("language"))} />
          </SelectField>
        </Group>
        <Group title={t("For your books")}>
          <TextField {...field("business_type")} />
          <TextField {...field("tax_id")} />
          <TextField hint={t("Separated by commas.")} {...field("tags")} />
          <SelectField {...field("status")}>
            <Options all={statuses()} />
          </SelectField>
          <TextArea
            hint={t("Only your team sees them.")}
            className="col-span-full"
            {...field("notes")}
          />
        </Group>
      </div>
    </details>
  );
}

/** A value that came from elsewhere stays what it is. */
const withOther = (all: { key: string; label: string }[], value: string) =>
  value === "" || all.some((one) => one.key === value)
    ? all
    : [...all, { key: value, label: value }];

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-4 text-lg font-semibold tracking-[-0.01em]">{title}</legend>
      <div className={grid}>{children}</div>
    </fieldset>
  );
}
