import { zodResolver } from "@hookform/resolvers/zod";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { PasswordField } from "@/components/ui/PasswordField";
import { newPassword, passwordHint } from "@/features/shared/passwords";
import { showRefusal } from "@/lib/forms";
import { guessPlace, localeIn } from "@/lib/places";
import { z } from "@/lib/zod";
import { useRegister } from "./api";
import { DoorLink, DoorPage } from "./DoorPage";
import { email, MOST } from "./fields";
import { says, T, t } from "./locales";
import { PlacePart } from "./PlacePart";

const name = (missing: ReturnType<typeof says>) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(MOST, says("Use at most {most} characters.", { most: MOST }));

const schema = z.object({
  business_name: name(says("Write the name that stands on your invoices.")),
  display_name: name(says("Write your name.")),
  email,
  password: newPassword,
  country: z.string(),
  currency: z.string(),
  timezone: z.string(),
});
export type Registration = z.infer<typeof schema>;

export function RegisterPage() {
  const ref = useSearch({ strict: false, select: (search) => search.ref });
  const navigate = useNavigate();
  const register = useRegister();
  const [place] = useState(guessPlace);
  const form = useForm<Registration>({
    resolver: zodResolver(schema),
    defaultValues: { business_name: "", display_name: "", email: "", password: "", ...place },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (account) => {
    try {
      await register.mutateAsync({
        ...account,
        locale: localeIn(account.country),
        referral_code: ref ?? null,
      });
      await navigate({ to: "/verify-email", search: { email: account.email } });
    } catch (error) {
      showRefusal(form, error);
    }
  });

  return (
    <DoorPage
      title={t("Open an account")}
      intro={
        <T text="Have one already? {link}" link={<DoorLink to="/login">{t("Sign in")}</DoorLink>} />
      }
    >
      <FormProvider {...form}>
        <form noValidate onSubmit={submit} className="flex flex-col gap-[18px]">
          <TextField
            label={t("Business name")}
            autoComplete="organization"
            error={errors.business_name?.message}
            {...form.register("business_name")}
          />
          <TextField
            label={t("Your name")}
            autoComplete="name"
            error={errors.display_name?.message}
            {...form.register("display_name")}
          />
          <TextField
            label={t("E-mail")}
            type="email"
            autoComplete="username"
            error={errors.email?.message}
            {...form.register("email")}
          />
          <PasswordField
            label={t("Password")}
            autoComplete="new-password"
            hint={passwordHint()}
            error={errors.password?.message}
            {...form.register("password")}
          />
          <PlacePart />
          {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
          <Button type="submit" kind="ink" busy={isSubmitting} className="h-11!">
            {t("Open the account")}
          </Button>
        </form>
      </FormProvider>
    </DoorPage>
  );
}
