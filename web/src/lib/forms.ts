import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { isApiError } from "./api/problem";
import { textsOf } from "./texts";

const { t } = textsOf();

/**
 * Says what the API refused: its sentences at their fields, the rest as the form's own message
 * (`errors.root`). A field of the form is called as the API calls it. Nothing typed is lost.
 */
export function showRefusal<V extends FieldValues>(form: UseFormReturn<V>, error: unknown) {
  const problem = isApiError(error) ? error : null;
  let placed = 0;
  for (const { field, message } of problem?.details ?? []) {
    const name = field as Path<V>;
    if (!field || form.getValues(name) === undefined) continue;
    form.setError(name, { message }, { shouldFocus: placed === 0 });
    placed += 1;
  }
  if (placed === 0 || placed < (problem?.details.length ?? 0)) {
    form.setError("root", { message: problem?.message ?? t("Something in this page broke.") });
  }
}
