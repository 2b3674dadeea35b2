import { zodResolver } from "@hookform/resolvers/zod";
import { useSuspenseQuery } from "@tanstack/react-query";
import { z } from "zod";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { LocaleField } from "@/components/ui/PlaceFields";
import { toast } from "@/components/ui/Toasts";
import { type Me, meQuery, useResendVerification, useUpdateMe } from "@/features/accounts/api";
import { useVersionedForm } from "@/lib/useVersionedForm";
import { required } from "../rules";
import { SaveBar } from "../SaveBar";

const schema = z.object({ display_name: required("Write your name."), locale: z.string() });
type Values = z.infer<typeof schema>;

const labels = { display_name: "Your name", locale: "Language" };
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
    onSaved: () => toast("Your account is saved."),
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  return (
    <form noValidate onSubmit={submit}>
      <Card title="Account">
        <div className="grid gap-4 tablet:grid-cols-2">
          <TextField
            label="Your name"
            autoComplete="name"
            error={errors.display_name?.message}
            {...form.register("display_name")}
          />
          <LocaleField
            label="Language"
            hint="The screens are in English so far."
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
        labels={labels}
        onDiscard={discard}
        onPutOnTop={putOnTop}
      />
    </form>
  );
}

function Address({ me }: { me: Me }) {
  const resend = useResendVerification();
  if (me.email_verified) {
    return <p className="mt-4 text-sm text-ink-3">You sign in as {me.email}.</p>;
  }
  return (
    <Notice
      tone={resend.isError ? "late" : "plan"}
      title={`${me.email} is not confirmed yet`}
      className="mt-4"
    >
      <p>
        {resend.isError
          ? resend.error.message
          : resend.isSuccess
            ? "A new link is on its way. It works for 24 hours."
            : "Until then nothing is sent to customers and no payment account is connected."}
      </p>
      <Button
        size="small"
        className="mt-2"
        busy={resend.isPending}
        onClick={() => resend.mutate(me.email)}
      >
        Send the mail again
      </Button>
    </Notice>
  );
}
