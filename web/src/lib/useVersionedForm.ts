import { useState } from "react";
import { type FieldValues, type Resolver, useForm } from "react-hook-form";
import { isApiError } from "./api/problem";
import { showRefusal } from "./forms";
import { type Changes, changesOf, type Difference, differences, isSame } from "./versions";

type Options<V extends FieldValues, O> = {
  /** The object as it was read last. */
  shown: O;
  valuesOf: (object: O) => V;
  resolver: Resolver<V>;
  /** Sends what was changed, from that version. */
  save: (changes: Changes<V>, version: number) => Promise<O>;
  onSaved?: (saved: O) => void;
};

/** How often it is sent again when somebody else keeps changing other fields. */
const TRIES = 3;

/**
 * A form over an object with a version. It sends only what was changed, from the version that the
 * person saw. When somebody changed the object meanwhile, `conflict` holds both versions of what
 * differs; changes of other fields than those of the form are no conflict.
 */
export function useVersionedForm<V extends FieldValues, O extends { version: number }>({
  shown,
  valuesOf,
  resolver,
  save,
  onSaved,
}: Options<V, O>) {
  const [base, setBase] = useState(shown);
  const [newer, setNewer] = useState<O | null>(null);
  const form = useForm<V>({ resolver, values: valuesOf(base) });
  const { isDirty, isSubmitting } = form.formState;

  // follows what is read anew until somebody types; from then on the version they saw counts
  if (shown !== base && shown.version >= base.version && !isDirty && !isSubmitting) setBase(shown);

  function accept(object: O) {
    setNewer(null);
    setBase(object);
    form.reset(valuesOf(object));
  }

  async function send(values: V, from: O, tries = TRIES): Promise<void> {
    const changes = changesOf(valuesOf(base), values);
    if (Object.keys(changes).length === 0) return accept(base);
    try {
      const saved = await save(changes, from.version);
      accept(saved);
      onSaved?.(saved);
    } catch (error) {
      const latest = isApiError(error) && error.isConflict ? (error.latest as O | null) : null;
      if (!latest) {
        showRefusal(form, error);
      } else if (isSame(changes, changesOf(valuesOf(base), valuesOf(latest)))) {
        // done before: the answer to it was lost
        accept(latest);
        onSaved?.(latest);
      } else if (tries > 1 && isSame(valuesOf(latest), valuesOf(from))) {
        await send(values, latest, tries - 1);
      } else {
        setNewer(latest);
      }
    }
  }

  const conflict: Difference[] | null = newer
    ? differences(valuesOf(base), form.getValues(), valuesOf(newer))
    : null;

  return {
    form,
    conflict,
    submit: form.handleSubmit((values) => send(values, base)),
    /** Gives up what was typed. */
    discard: () => accept(newer ?? base),
    /** Sends it again, from the newer version. */
    putOnTop: form.handleSubmit((values) => send(values, newer ?? base)),
  };
}
