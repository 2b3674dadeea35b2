import { zodResolver } from "@hookform/resolvers/zod";
import { useId, useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Drawer } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { intent } from "@/lib/api/client";
import { isApiError } from "@/lib/api/problem";
import { showRefusal } from "@/lib/forms";
import { type Contact, useCreateContact, useUpdateContact } from "./api";
import { MainFields, MoreFields } from "./ContactFields";
import { bodyOf, changesOf, contactSchema, type Fields, fieldsOf } from "./fields";

type Props = {
  /** The one that is changed; a new one without. */
  contact?: Contact;
  onClose: () => void;
  onSaved: (contact: Contact) => void;
};

export function ContactForm({ contact, onClose, onSaved }: Props) {
  const form = useForm<Fields>({
    resolver: zodResolver(contactSchema),
    defaultValues: fieldsOf(contact),
  });
  const create = useCreateContact();
  const update = useUpdateContact(contact?.id ?? "");
  const id = useId();
  // repeated after no answer, the same contact is created once
  const key = useRef(intent());
  const [leaving, setLeaving] = useState(false);
  const { isDirty } = form.formState;
  const saving = create.isPending || update.isPending;
  const newer =
    isApiError(update.error) && update.error.isConflict
      ? (update.error.latest as Contact | undefined)
      : undefined;

  async function save(fields: Fields, over: Contact | undefined = contact) {
    try {
      if (over && contact) {
        const body = changesOf(fields, fieldsOf(contact));
        onSaved(await update.mutateAsync({ body, version: over.version }));
        toast("Saved.");
      } else {
        const made = await create.mutateAsync({ body: bodyOf(fields), key: key.current });
        onSaved(made.contact);
        toast(made.warnings[0]?.message ?? `${made.contact.display_name} is in your contacts.`);
      }
      onClose();
    } catch (error) {
      if (isApiError(error) && !error.isUnknown) key.current = intent();
      if (!(isApiError(error) && error.isConflict && error.latest)) showRefusal(form, error);
    }
  }

  return (
    <Drawer
      open
      narrow
      onClose={onClose}
      title={contact ? `Edit ${contact.display_name}` : "New contact"}
      mayClose={() => {
        setLeaving(isDirty);
        return !isDirty;
      }}
      foot={
        leaving ? (
          <>
            <p role="alert" className="grow font-medium">
              What you wrote is not saved.
            </p>
            <Button kind="bad" onClick={onClose}>
              Throw it away
            </Button>
            <Button kind="ink" autoFocus onClick={() => setLeaving(false)}>
              Keep writing
            </Button>
          </>
        ) : (
          <>
            <span className="grow" />
            <Button onClick={() => (isDirty ? setLeaving(true) : onClose())}>Cancel</Button>
            <Button kind="ink" type="submit" form={id} busy={saving}>
              {contact ? "Save" : "Add contact"}
            </Button>
          </>
        )
      }
    >
      <FormProvider {...form}>
        <form
          id={id}
          noValidate
          onSubmit={form.handleSubmit((fields) => save(fields))}
          className="flex flex-col gap-8 p-6 max-tablet:p-4"
        >
          {newer ? (
            <Notice tone="plan" title="Somebody changed this contact while you were writing.">
              <p>What you did not touch is kept as they left it.</p>
              <div className="mt-3 flex flex-wrap gap-2">
                <Button size="small" onClick={form.handleSubmit((fields) => save(fields, newer))}>
                  Put mine on top
                </Button>
                <Button
                  size="small"
                  kind="ghost"
                  onClick={() => {
                    onSaved(newer);
                    onClose();
                  }}
                >
                  Keep theirs
                </Button>
              </div>
            </Notice>
          ) : null}
          {form.formState.errors.root ? (
            <Notice tone="late">{form.formState.errors.root.message}</Notice>
          ) : null}
          <MainFields isNew={!contact} />
          <MoreFields />
        </form>
      </FormProvider>
    </Drawer>
  );
}
