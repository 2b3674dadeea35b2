import type { Path, UseFormReturn } from "react-hook-form";
import { tooManyTries } from "@/features/shared/passwords";
import { isApiError } from "@/lib/api/problem";
import { showRefusal } from "@/lib/forms";
import { t } from "./locales";

/** Says what to do about a password that was refused. What was typed stays. */
export function refuseLogin<V extends { password: string }>(
  form: UseFormReturn<V>,
  error: unknown,
) {
  const problem = isApiError(error) ? error : null;
  if (problem?.status === 401) {
    form.setError("root", { message: t("The e-mail or the password is wrong.") });
    form.setFocus("password" as Path<V>, { shouldSelect: true });
  } else if (problem?.code === "RATE_LIMITED") {
    form.setError("root", { message: tooManyTries(problem) });
  } else {
    showRefusal(form, error);
  }
}
