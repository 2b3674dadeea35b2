import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { PasswordField } from "@/components/ui/PasswordField";
import { z } from "@/lib/zod";
import { DoorLink } from "./DoorPage";
import { says, T, t } from "./locales";
import { refuseLogin } from "./refuseLogin";

const schema = z.object({ password: z.string().min(1, says("Write your password.")) });

type Props = { email: string; join: (body: { password: string }) => Promise<unknown> };

/** The invited address signs in here already. */
export function PasswordForm({ email, join }: Props) {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { password: "" } });
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.handleSubmit((typed) =>
    join(typed).then(
      () => undefined,
      (error: unknown) => refuseLogin(form, error),
    ),
  );
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-[18px]">
      <p>
        <T
          text="You have an account as {email}."
          email={<b className="font-semibold break-words">{email}</b>}
        />
      </p>
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        label={t("Password")}
        beside={
          <DoorLink to="/forgot-password" className="text-sm leading-4">
            {t("Forgotten?")}
          </DoorLink>
        }
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register("password")}
      />
      {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      <Button
        type="submit"
        kind="ink"
        busy={isSubmitting || (isSubmitSuccessful && !errors.root)}
        className="h-11!"
      >
        {t("Sign in and join")}
      </Button>
    </form>
  );
}
