import { zodResolver } from "@hookform/resolvers/zod";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type UseFormReturn, useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Notice } from "@/components/ui/Notice";
import { PasswordField } from "@/components/ui/PasswordField";
import { toast } from "@/components/ui/Toasts";
import { meQuery } from "@/features/accounts/api";
import { newPassword, passwordHint, tooManyTries } from "@/features/shared/passwords";
import { isApiError } from "@/lib/api/problem";
import { showRefusal } from "@/lib/forms";
import { z } from "@/lib/zod";
import { says, t } from "../locales";
import { useChangePassword } from "./api";

const schema = z.object({
  current_password: z.string().min(1, says("Write your password.")),
  password: newPassword,
});
type Values = z.infer<typeof schema>;

const NOTHING: Values = { current_password: "", password: "" };

export function PasswordCard() {
  const { email } = useSuspenseQuery(meQuery).data;
  const change = useChangePassword();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: NOTHING });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((typed) =>
    change.mutateAsync(typed).then(
      () => {
        form.reset(NOTHING);
        toast(t("Your password is changed. All other devices are logged out."));
      },
      (error: unknown) => refuse(form, error),
    ),
  );
  return (
    <Card title={t("Password")}>
      <form noValidate onSubmit={submit} className="flex flex-col items-start gap-4">
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <div className="grid w-full gap-4 tablet:grid-cols-2">
          <PasswordField
            label={t("Current password")}
            beside={
              <Link to="/forgot-password" className="text-sm leading-4 underline">
                {t("Forgotten?")}
              </Link>
            }
            autoComplete="current-password"
            error={errors.current_password?.message}
            {...form.register("current_password")}
          />
          <PasswordField
            label={t("New password")}
            autoComplete="new-password"
            hint={passwordHint()}
            error={errors.password?.message}
            {...form.register("password")}
          />
        </div>
        {errors.root ? (
          <Notice tone="late" className="w-full">
            {errors.root.message}
          </Notice>
        ) : null}
        <Button type="submit" kind="ink" busy={isSubmitting}>
          {t("Change the password")}
        </Button>
      </form>
    </Card>
  );
}

/** Says what was refused. What was typed stays. */
function refuse(form: UseFormReturn<Values>, error: unknown) {
  const problem = isApiError(error) ? error : null;
  const isFor = (code: string) => problem?.details.some((detail) => detail.code === code);
  if (isFor("WRONG_PASSWORD")) {
    const message = t("This is not your password.");
    form.setError("current_password", { message }, { shouldFocus: true });
  } else if (isFor("COMMON_PASSWORD")) {
    const message = t("This password is easily guessed. Choose another.");
    form.setError("password", { message }, { shouldFocus: true });
  } else if (problem?.code === "RATE_LIMITED") {
    form.setError("root", { message: tooManyTries(problem) });
  } else {
    showRefusal(form, error);
  }
}
