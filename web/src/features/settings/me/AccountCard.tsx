import { zodResolver } from "@hookform/resolvers/zod";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { LocaleField } from "@/components/ui/PlaceFields";
import { toast } from "@/components/ui/Toasts";
import { type Me, meQuery, useResendVerification, useUpdateMe } from "@/features/accounts/api";
import { useVersionedForm } from "@/lib/useVersionedForm";
import { z } from "@/lib/zod";
import { says, t } from "../locales";
import { required } from "../rules";
import { SaveBar } from "../SaveBar";

const schema = z.object({ display_name: required(says("Write your name.")), locale: z.string() });
type Values = z.infer<typeof schema>;

const labels = () => ({ display_name: t("Your name"), locale: t("Language") });
const valuesOf = ({ display_name, locale }: Me): Values => ({ display_name, locale });

export function AccountCard() {
  const me = useSuspenseQuery(meQuery).data;
  const update = useUpdateMe();
  const { form, conflict, submit, discard, putOnTop } = useVersionedForm<Values, Me>({
    shown: me,
    valuesOf,
    resolver: zodResolver(schema),
    save: ({ display_name, locale }, version) =>
      update.mutateAsync({
        version,
        body: { ...(display_name ? { display_name } : {}), ...(locale ? { locale } : {}) },
      }),
    onSaved: () => toast(t("Your account is saved.")),
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  return (
    <form noValidate onSubmit={submit}>
      <Card title={t("Account")}>
        <div className="grid gap-4 tablet:grid-cols-2">
          <TextField
            label={t("Your name")}
            autoComplete="name"
            error={errors.display_name?.message}
            {...form.register("display_name")}
          />
          <LocaleField
            label={t("Language")}
            hint={t("Of the screens, and how days and amounts are written.")}
            current={me.locale}
            error={errors.locale?.message}
            {...form.register("locale")}
          />
        </div>
        <Address me={me} />
      </Card>
      <SaveBar
        isDirty={isDirty}
        busy={isSubmitting}
        refused={errors.root?.message}
        conflict={conflict}
        labels={labels()}
        onDiscard={discard}
        onPutOnTop={putOnTop}
      />
    </form>
  );
}

function Address({ me }: { me: Me }) {
  const resend = useResendVerification();
  if (me.email_verified) {
    return (
      <p className="mt-4 text-sm text-ink-3">{t("You sign in as {email}.", { email: me.email })}</p>
    );
  }
  return (
    <Notice
      tone={resend.isError ? "late" : "plan"}
      title={t("{email} is not confirmed yet", { email: me.email })}
      className="mt-4"
    >
      <p>
        {resend.isError
          ? resend.error.message
          : resend.isSuccess
            ? t("A new link is on its way. It works for 24 hours.")
            : t("Until then nothing is sent to customers and no payment account is connected.")}
      </p>
      <Button
        size="small"
        className="mt-2"
        busy={resend.isPending}
        onClick={() => resend.mutate(me.email)}
      >
        {t("Send the mail again")}
      </Button>
    </Notice>
  );
}
