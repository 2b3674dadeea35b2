import type { UseFormReturn } from "react-hook-form";
import { Card } from "@/components/ui/Card";
import { TextField } from "@/components/ui/Field";
import { type Business, useBusiness } from "@/features/tenants/api";
import { z } from "@/lib/zod";
import { BusinessForm } from "../BusinessForm";
import { says, t } from "../locales";
import { emailOrNone, text } from "../rules";
import { sendingOf, weekdayName, weekdays } from "./words";

const schema = z.object({
  settings: z.object({
    sending: z
      .object({
        window_start: z.string().min(1, says("Choose an hour.")),
        window_end: z.string().min(1, says("Choose an hour.")),
        business_days: z.array(z.string()).min(1, says("Choose at least one day.")),
        from_name: text(),
        reply_to: emailOrNone,
      })
      .refine(({ window_start, window_end }) => window_start < window_end, {
        path: ["window_end"],
        error: () => t("It ends after it begins."),
      }),
  }),
});
type Values = z.infer<typeof schema>;

const labels = () => ({
  "settings.sending.window_start": t("From"),
  "settings.sending.window_end": t("Until"),
  "settings.sending.business_days": t("Days"),
  "settings.sending.from_name": t("Sender's name"),
  "settings.sending.reply_to": t("Answers go to"),
});

function valuesOf(business: Business): Values {
  const { opens, closes, days } = sendingOf(business);
  const { from_name, reply_to } = business.settings.sending;
  return {
    settings: {
      sending: {
        window_start: opens,
        window_end: closes,
        business_days: days,
        from_name: from_name ?? "",
        reply_to: reply_to ?? "",
      },
    },
  };
}

/** When automatic messages may leave, and in whose name. */
export function SendingForm() {
  return (
    <BusinessForm
      schema={schema}
      valuesOf={valuesOf}
      labels={labels()}
      saved={t("The sending hours are saved.")}
    >
      {(form) => <Fields form={form} />}
    </BusinessForm>
  );
}

function Fields({ form }: { form: UseFormReturn<Values> }) {
  const business = useBusiness();
  const sending = form.formState.errors.settings?.sending;
  return (
    <Card title={t("Sending @card")}>
      <div className="grid gap-4 tablet:grid-cols-2">
        <TextField
          label={t("From")}
          type="time"
          hint={t("By each customer's own clock.")}
          error={sending?.window_start?.message}
          {...form.register("settings.sending.window_start")}
        />
        <TextField
          label={t("Until")}
          type="time"
          error={sending?.window_end?.message}
          {...form.register("settings.sending.window_end")}
        />
        <fieldset className="tablet:col-span-2">
          <legend className="text-sm leading-4 font-semibold">{t("On")}</legend>
          <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1">
            {weekdays.map((day) => (
              <label key={day} className="flex min-h-10 items-center gap-2 max-tablet:min-h-11">
                <input
                  type="checkbox"
                  value={day}
                  className="size-4 accent-ink-fill"
                  {...form.register("settings.sending.business_days")}
                />
                {weekdayName(day)}
              </label>
            ))}
          </div>
          {sending?.business_days ? (
            <p role="alert" className="text-sm text-late">
              {sending.business_days.message}
            </p>
          ) : null}
        </fieldset>
        <TextField
          label={t("Sender's name")}
          placeholder={business.name}
          error={sending?.from_name?.message}
          {...form.register("settings.sending.from_name")}
        />
        <TextField
          label={t("Answers go to")}
          type="email"
          placeholder={business.settings.company.email ?? ""}
          error={sending?.reply_to?.message}
          {...form.register("settings.sending.reply_to")}
        />
      </div>
    </Card>
  );
}
