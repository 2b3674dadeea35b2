import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { PasswordField } from "@/components/ui/PasswordField";
import { z } from "@/lib/zod";
import { type Me, useLogIn } from "./api";
import { DoorLink, DoorPage } from "./DoorPage";
import { email, within } from "./fields";
import { says, T, t } from "./locales";
import { refuseLogin } from "./refuseLogin";
import { Unverified } from "./Unverified";

const schema = z.object({ email, password: z.string().min(1, says("Write your password.")) });
type Login = z.infer<typeof schema>;

export function LoginPage() {
  const next = useSearch({ strict: false, select: (search) => search.next });
  const router = useRouter();
  const logIn = useLogIn();
  const [unverified, setUnverified] = useState<Me | null>(null);
  const form = useForm<Login>({
    resolver: zodResolver(schema),
    defaultValues: { email: "", password: "" },
  });
  const { errors, isSubmitting } = form.formState;
  /** Into the business; whoever has several, or none any more, is asked first. */
  const go = (me: Me) =>
    me.memberships.length === 1
      ? router.history.push(within(next))
      : void router.navigate({ to: "/choose-business", search: next ? { next } : {} });

  const submit = form.handleSubmit(async (login) => {
    try {
      const me = await logIn.mutateAsync(login);
      if (me.email_verified) go(me);
      else setUnverified(me);
    } catch (error) {
      refuseLogin(form, error);
    }
  });

  if (unverified) return <Unverified email={unverified.email} onContinue={() => go(unverified)} />;
  return (
    <DoorPage
      title={t("Sign in")}
      intro={
        <T
          text="New here? {link}"
          link={<DoorLink to="/register">{t("Open an account")}</DoorLink>}
        />
      }
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-[18px]">
        <TextField
          label={t("E-mail")}
          type="email"
          autoComplete="username"
          error={errors.email?.message}
          {...form.register("email")}
        />
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
        <Button type="submit" kind="ink" busy={isSubmitting} className="h-11!">
          {t("Sign in")}
        </Button>
      </form>
    </DoorPage>
  );
}
