import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { z } from "zod";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { PasswordField } from "@/components/ui/PasswordField";
import { isApiError } from "@/lib/api/problem";
import { count } from "@/lib/dates";
import { showRefusal } from "@/lib/forms";
import { type Me, useLogIn } from "./api";
import { DoorLink, DoorPage } from "./DoorPage";
import { email, within } from "./fields";
import { Unverified } from "./Unverified";

const schema = z.object({ email, password: z.string().min(1, "Write your password.") });
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
  const go = () => router.history.push(within(next));

  const submit = form.handleSubmit(async (login) => {
    try {
      const me = await logIn.mutateAsync(login);
      if (me.email_verified) go();
      else setUnverified(me);
    } catch (error) {
      refuse(form, error);
    }
  });

  if (unverified) return <Unverified email={unverified.email} onContinue={go} />;
  return (
    <DoorPage
      title="Sign in"
      intro={
        <>
          New here? <DoorLink to="/register">Open an account</DoorLink>
        </>
      }
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-[18px]">
        <TextField
          label="E-mail"
          type="email"
          autoComplete="username"
          error={errors.email?.message}
          {...form.register("email")}
        />
        <PasswordField
          label="Password"
          beside={
            <DoorLink to="/forgot-password" className="text-sm leading-4">
              Forgotten?
            </DoorLink>
          }
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register("password")}
        />
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
        <Button type="submit" kind="ink" busy={isSubmitting} className="h-11!">
          Sign in
        </Button>
      </form>
    </DoorPage>
  );
}

const SECONDS = 60;

/** Says what to do about a no. What was typed stays. */
function refuse(form: UseFormReturn<Login>, error: unknown) {
  const problem = isApiError(error) ? error : null;
  if (problem?.status === 401) {
    form.setError("root", { message: "The e-mail or the password is wrong." });
    form.setFocus("password", { shouldSelect: true });
  } else if (problem?.code === "RATE_LIMITED") {
    const minutes = Math.ceil(Number(problem.fieldMessage("retry_after") ?? SECONDS) / SECONDS);
    form.setError("root", {
      message: `There were too many tries. Wait ${count(minutes, "minute")}, or set a new password.`,
    });
  } else {
    showRefusal(form, error);
  }
}
