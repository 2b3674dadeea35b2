import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { PasswordField } from "@/components/ui/PasswordField";
import { newPassword, passwordHint } from "@/features/shared/passwords";
import { showRefusal } from "@/lib/forms";
import { locale } from "@/lib/language";
import { z } from "@/lib/zod";
import { MOST } from "./fields";
import { says, T, t } from "./locales";

const schema = z.object({
  display_name: z
    .string()
    .trim()
    .min(1, says("Write your name."))
    .max(MOST, says("Use at most {most} characters.", { most: MOST })),
  password: newPassword,
});
type Newcomer = z.infer<typeof schema>;

type Props = { email: string; join: (body: Newcomer & { locale: string }) => Promise<unknown> };

/** The invited address has no account yet; the link has confirmed it. */
export function NewcomerForm({ email, join }: Props) {
  const form = useForm<Newcomer>({
    resolver: zodResolver(schema),
    defaultValues: { display_name: "", password: "" },
  });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.handleSubmit((typed) =>
    join({ ...typed, locale: locale() }).then(
      () => undefined,
      (error: unknown) => showRefusal(form, error),
    ),
  );
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-[18px]">
      <TextField
        label={t("Your name")}
        autoComplete="name"
        error={errors.display_name?.message}
        {...form.register("display_name")}
      />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        label={t("Choose a password")}
        autoComplete="new-password"
        hint={passwordHint()}
        error={errors.password?.message}
        {...form.register("password")}
      />
      <p className="text-sm text-ink-3">
        <T
          text="You sign in as {email} from now on."
          email={<b className="font-semibold break-words">{email}</b>}
        />
      </p>
      {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      <Button
        type="submit"
        kind="ink"
        busy={isSubmitting || (isSubmitSuccessful && !Object.keys(errors).length)}
        className="h-11!"
      >
        {t("Open the account and join")}
      </Button>
    </form>
  );
}
