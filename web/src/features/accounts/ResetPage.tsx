import { zodResolver } from "@hookform/resolvers/zod";
import { useSearch } from "@tanstack/react-router";
import { useForm } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { PasswordField } from "@/components/ui/PasswordField";
import { newPassword, passwordHint } from "@/features/shared/passwords";
import { isApiError } from "@/lib/api/problem";
import { showRefusal } from "@/lib/forms";
import { z } from "@/lib/zod";
import { useResetPassword } from "./api";
import { DoorPage } from "./DoorPage";
import { t } from "./locales";

const schema = z.object({ password: newPassword });

export function ResetPage() {
  const token = useSearch({ strict: false, select: (search) => search.token });
  const reset = useResetPassword();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { password: "" } });
  const { errors, isSubmitting } = form.formState;

  const isOver = isApiError(reset.error) && reset.error.fieldMessage("token") !== undefined;
  if (!token || isOver) return <LinkIsOver />;
  if (reset.isSuccess) {
    return (
      <DoorPage title={t("Your password is changed")}>
        <p>{t("For safety you are signed out on every device.")}</p>
        <ButtonLink to="/login" kind="ink" className="h-11!">
          {t("Sign in")}
        </ButtonLink>
      </DoorPage>
    );
  }

  const submit = form.handleSubmit(({ password }) =>
    reset.mutateAsync({ token, password }).then(
      () => undefined,
      (error: unknown) => showRefusal(form, error),
    ),
  );
  return (
    <DoorPage
      title={t("Set a new password")}
      intro={t("You are signed out everywhere afterwards.")}
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-[18px]">
        <PasswordField
          label={t("New password")}
          autoComplete="new-password"
          hint={passwordHint()}
          error={errors.password?.message}
          {...form.register("password")}
        />
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
        <Button type="submit" kind="ink" busy={isSubmitting} className="h-11!">
          {t("Set the password")}
        </Button>
      </form>
    </DoorPage>
  );
}

function LinkIsOver() {
  return (
    <DoorPage title={t("This link does not work any more")}>
      <p>
        {t("It works once, for one hour. If you have used it already, your new password holds.")}
      </p>
      <ButtonLink to="/forgot-password" kind="ink" className="h-11!">
        {t("Mail me a new link")}
      </ButtonLink>
      <ButtonLink to="/login" className="h-11!">
        {t("Sign in")}
      </ButtonLink>
    </DoorPage>
  );
}
