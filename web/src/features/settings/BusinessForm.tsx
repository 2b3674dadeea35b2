import { zodResolver } from "@hookform/resolvers/zod";
import type { ReactNode } from "react";
import { type FieldValues, FormProvider, type UseFormReturn } from "react-hook-form";
import { toast } from "@/components/ui/Toasts";
import {
  type Business,
  type BusinessPatch,
  useBusiness,
  useUpdateBusiness,
} from "@/features/tenants/api";
import { useVersionedForm } from "@/lib/useVersionedForm";
import type { Changes } from "@/lib/versions";
import { ReadOnlyNotice, useMayEdit } from "./ReadOnly";
import { SaveBar } from "./SaveBar";

type Props<V extends FieldValues> = {
  schema: Parameters<typeof zodResolver<V, unknown, V>>[0];
  valuesOf: (business: Business) => V;
  /** What the API is sent, where that is not what the form says. */
  patchOf?: (changes: Changes<V>) => BusinessPatch;
  labels: Record<string, string>;
  saved: string;
  children: (form: UseFormReturn<V>) => ReactNode;
};

/** Some settings of the business: saved from the version that was shown, read where one may not. */
export function BusinessForm<V extends FieldValues>(props: Props<V>) {
  const { schema, valuesOf, patchOf, labels, saved, children } = props;
  const business = useBusiness();
  const mayEdit = useMayEdit();
  const update = useUpdateBusiness();
  const { form, conflict, submit, discard, putOnTop } = useVersionedForm<V, Business>({
    shown: business,
    valuesOf,
    resolver: zodResolver(schema),
    save: (changes, version) =>
      update.mutateAsync({ patch: patchOf?.(changes) ?? (changes as BusinessPatch), version }),
    onSaved: () => toast(saved),
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={submit}>
        {mayEdit ? null : <ReadOnlyNotice />}
        <fieldset disabled={!mayEdit} className="flex min-w-0 flex-col gap-6">
          {children(form)}
        </fieldset>
        {mayEdit ? (
          <SaveBar
            isDirty={isDirty}
            busy={isSubmitting}
            refused={errors.root?.message}
            conflict={conflict}
            labels={labels}
            onDiscard={discard}
            onPutOnTop={putOnTop}
          />
        ) : null}
      </form>
    </FormProvider>
  );
}
