import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { showRefusal } from "@/lib/forms";
import { z } from "@/lib/zod";
import { email } from "./fields";
import { t } from "./locales";

const schema = z.object({ email });

type Props = {
  act: string;
  /** Asks for the mail; the form says it when that fails. */
  send: (email: string) => Promise<unknown>;
};

/** One address, to which a link goes. */
export function EmailForm({ act, send }: Props) {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: "" } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((typed) =>
    send(typed.email).then(
      () => undefined,
      (error: unknown) => showRefusal(form, error),
    ),
  );
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-[18px]">
      <TextField
        label={t("E-mail")}
        type="email"
        autoComplete="username"
        error={errors.email?.message}
        {...form.register("email")}
      />
      {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      <Button type="submit" kind="ink" busy={isSubmitting} className="h-11!">
        {act}
      </Button>
    </form>
  );
}
