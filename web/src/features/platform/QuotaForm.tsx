import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { TextArea, TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { toast } from "@/components/ui/Toasts";
import { showRefusal } from "@/lib/forms";
import { z } from "@/lib/zod";
import { type Quotas, useSetQuotas } from "./api";
import { says, t } from "./locales";

const MOST = 1000;

/** Nothing is the standard. */
const between = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine(
      (typed) => typed === "" || (/^\d{1,7}$/.test(typed) && +typed >= least && +typed <= most),
      says("Write a whole number from {least} to {most}, or nothing for the standard.", {
        least,
        most,
      }),
    );

const schema = z.object({
  api_requests: between(10, 1_000_000),
  emails: between(1, 1_000_000),
  jobs: between(1, 20),
  reason: z
    .string()
    .trim()
    .min(1, says("Write why."))
    .max(MOST, says("Use at most {most} characters.", { most: MOST })),
});

const names = ["api_requests", "emails", "jobs"] as const;

const labels = () => ({
  api_requests: t("API requests a minute"),
  emails: t("E-mails a day"),
  jobs: t("Simulations at once"),
});

/** What was typed stays when it is refused; then the hints tell what counts now. */
export function QuotaForm({ id, quotas }: { id: string; quotas: Quotas }) {
  const set = useSetQuotas(id);
  const typedOf = (of: Quotas) => ({
    api_requests: String(of.api_requests.own ?? ""),
    emails: String(of.emails.own ?? ""),
    jobs: String(of.jobs.own ?? ""),
    reason: "",
  });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: typedOf(quotas) });
  const { errors, isDirty, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ reason, ...typed }) => {
    const own = (name: (typeof names)[number]) => (typed[name] === "" ? null : +typed[name]);
    try {
      const { quotas: now } = await set.mutateAsync({
        api_requests: own("api_requests"),
        emails: own("emails"),
        jobs: own("jobs"),
        reason,
        if_match_version: quotas.version,
      });
      form.reset(typedOf(now));
      toast(t("Set. It counts from now on."));
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <h3 className="text-lg font-semibold">{t("How much it may take")}</h3>
      {names.map((name) => (
        <TextField
          key={name}
          label={labels()[name]}
          hint={hint(quotas[name])}
          inputMode="numeric"
          autoComplete="off"
          error={errors[name]?.message}
          {...form.register(name)}
        />
      ))}
      <TextArea
        label={t("Why")}
        hint={
          quotas.reason
            ? t("Last time: {reason}", { reason: quotas.reason })
            : t("It stands in the audit log, in the business's own too.")
        }
        rows={2}
        error={errors.reason?.message}
        {...form.register("reason")}
      />
      {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      <Button
        type="submit"
        kind="ink"
        busy={isSubmitting}
        disabled={!isDirty}
        className="self-start"
      >
        {t("Set @quotas")}
      </Button>
    </form>
  );
}

const hint = ({ own, standard }: Quotas["emails"]) =>
  own == null
    ? t("The standard counts: {standard}.", { standard })
    : t("{own} counts; the standard is {standard}.", { own, standard });
