import { zodResolver } from "@hookform/resolvers/zod";
import { useRef } from "react";
import { useForm } from "react-hook-form";
import { toast } from "@/components/ui/Toasts";
import { intent } from "@/lib/api/client";
import { isApiError } from "@/lib/api/problem";
import { showRefusal } from "@/lib/forms";
import { useVersionedForm } from "@/lib/useVersionedForm";
import { type Contact, useCreateContact, useUpdateContact } from "./api";
import { ContactSheet } from "./ContactSheet";
import { bodyOf, contactSchema, type Fields, fieldsOf, patchOf } from "./fields";
import { t } from "./locales";

const resolver = zodResolver(contactSchema);

type NewProps = { onClose: () => void; onSaved: (contact: Contact) => void };

export function NewContact({ onClose, onSaved }: NewProps) {
  const form = useForm<Fields>({ resolver, defaultValues: fieldsOf(undefined) });
  const create = useCreateContact();
  // repeated after no answer, the same contact is created once
  const key = useRef(intent());

  async function save(fields: Fields) {
    try {
      const made = await create.mutateAsync({ body: bodyOf(fields), key: key.current });
      toast(
        made.warnings[0]?.message ??
          t("{name} is in your contacts.", { name: made.contact.display_name }),
      );
      onSaved(made.contact);
    } catch (error) {
      if (!(isApiError(error) && error.isUnknown)) key.current = intent();
      showRefusal(form, error);
    }
  }

  return (
    <ContactSheet
      isNew
      title={t("New contact")}
      act={t("Add contact")}
      form={form}
      submit={form.handleSubmit(save)}
      onClose={onClose}
    />
  );
}

type EditProps = { contact: Contact; onClose: () => void };

export function EditContact({ contact, onClose }: EditProps) {
  const update = useUpdateContact(contact.id);
  const { form, conflict, submit, discard, putOnTop } = useVersionedForm<Fields, Contact>({
    shown: contact,
    valuesOf: fieldsOf,
    resolver,
    save: (changes, version) => update.mutateAsync({ body: patchOf(changes), version }),
    onSaved: () => {
      toast(t("Saved."));
      onClose();
    },
  });
  return (
    <ContactSheet
      title={t("Edit {name}", { name: contact.display_name })}
      act={t("Save")}
      form={form}
      submit={submit}
      conflict={conflict}
      onKeepNewer={discard}
      onPutOnTop={putOnTop}
      onClose={onClose}
    />
  );
}
