import { zodResolver } from "@hookform/resolvers/zod";
import { z } from "zod";
import { Card } from "@/components/ui/Card";
import { TextField } from "@/components/ui/Field";
import { toast } from "@/components/ui/Toasts";
import {
  type Business,
  type BusinessPatch,
  useBusiness,
  useUpdateBusiness,
} from "@/features/tenants/api";
import { useVersionedForm } from "@/lib/useVersionedForm";
import { useMayEdit } from "../ReadOnly";
import { emailOrNone, text } from "../rules";
import { SaveBar } from "../SaveBar";
import { sendingOf, weekdays } from "./words";

const schema = z.object({
  settings: z.object({
    sending: z
      .object({
        window_start: z.string().min(1, "Choose an hour."),
        window_end: z.string().min(1, "Choose an hour."),
        business_days: z.array(z.string()).min(1, "Choose at least one day."),
        from_name: text(),
        reply_to: emailOrNone,
      })
      .refine(({ window_start, window_end }) => window_start < window_end, {
        path: ["window_end"],
        message: "It ends after it begins.",
      }),
  }),
});
type Values = z.infer<typeof schema>;

const labels = {
  "settings.sending.window_start": "From",
  "settings.sending.window_end": "Until",
  "settings.sending.business_days": "Days",
  "settings.sending.from_name": "Sender's name",
  "settings.sending.reply_to": "Answers go to",
};

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
  const business = useBusiness();
  const mayEdit = useMayEdit();
  const update = useUpdateBusiness();
  const { form, conflict, submit, discard, putOnTop } = useVersionedForm<Values, Business>({
    shown: business,
    valuesOf,
    resolver: zodResolver(schema),
    save: (changes, version) => update.mutateAsync({ patch: changes as BusinessPatch, version }),
    onSaved: () => toast("The sending hours are saved."),
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  const sending = errors.settings?.sending;
  return (
    <form noValidate onSubmit={submit}>
      <fieldset disabled={!mayEdit} className="min-w-0">
        <Card title="Sending">
          <div className="grid gap-4 tablet:grid-cols-2">
            <TextField
              label="From"
              type="time"
              hint="By each customer's own clock."
              error={sending?.window_start?.message}
              {...form.register("settings.sending.window_start")}
            />
            <TextField
              label="Until"
              type="time"
              error={sending?.window_end?.message}
              {...form.register("settings.sending.window_end")}
            />
            <fieldset className="tablet:col-span-2">
              <legend className="text-sm leading-4 font-semibold">On</legend>
              <div className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1">
                {weekdays.map(([day, name]) => (
                  <label key={day} className="flex min-h-10 items-center gap-2 max-tablet:min-h-11">
                    <input
                      type="checkbox"
                      value={day}
                      className="size-4 accent-ink-fill"
                      {...form.register("settings.sending.business_days")}
                    />
                    {name}
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
              label="Sender's name"
              placeholder={business.name}
              error={sending?.from_name?.message}
              {...form.register("settings.sending.from_name")}
            />
            <TextField
              label="Answers go to"
              type="email"
              placeholder={business.settings.company.email ?? ""}
              error={sending?.reply_to?.message}
              {...form.register("settings.sending.reply_to")}
            />
          </div>
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
