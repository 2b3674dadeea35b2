import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useForm, useWatch } from "react-hook-form";
import { type Invoice, useRefresh } from "../api";
import { Autosave } from "./Autosave";
import { bodyOf, type Form, formOf, isSavable, onTopOf, schema } from "./form";

/** The form of a draft, kept on the server while it is written. */
export function useDraft(draft: Invoice | null, blank: () => Form) {
  const refresh = useRefresh();
  const [first] = useState(() => (draft ? formOf(draft) : blank()));
  // what the server has of this form; where the form differs from it, somebody wrote here
  const base = useRef(bodyOf(first));
  const [save] = useState(
    () =>
      new Autosave(draft, (now, written) => {
        base.current = written;
        refresh(now);
      }),
  );
  const form = useForm<Form>({
    resolver: zodResolver(schema),
    mode: "onTouched",
    defaultValues: first,
  });
  const values = useWatch({ control: form.control }) as Form;

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values: now }) => {
          form.clearErrors("root");
          if (isSavable(now)) save.change(bodyOf(now));
        },
      }),
    [form, save],
  );

  /** What would be kept: theirs, with what was written here on top. */
  const merged = (theirs: Invoice) => onTopOf(theirs, form.getValues(), base.current);

  function settle(theirs: Invoice, keepMine: boolean) {
    const mine = merged(theirs);
    base.current = bodyOf(formOf(theirs));
    form.reset(formOf(theirs));
    if (!keepMine) return save.settle(theirs, false);
    form.reset(mine, { keepDefaultValues: true });
    const savable = isSavable(mine); // when it is not, the form says what is missing
    if (savable) save.change(bodyOf(mine));
    save.settle(theirs, savable);
  }

  return {
    form,
    values,
    save,
    ...useSyncExternalStore(save.subscribe, save.snapshot),
    merged,
    settle,
  };
}
