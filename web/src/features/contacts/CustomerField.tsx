import { useQuery } from "@tanstack/react-query";
import { type Ref, useRef, useState } from "react";
import { Combobox } from "@/components/ui/Combobox";
import { Monogram } from "@/components/ui/Monogram";
import { toast } from "@/components/ui/Toasts";
import { useMay } from "@/features/accounts/api";
import { intent } from "@/lib/api/client";
import { useDebounced } from "@/lib/useDebounced";
import { contactSearchQuery, useCreateContact } from "./api";

const PAUSE_MILLIS = 150;

type Props = {
  label?: string;
  /** The customer that is chosen, in words; "" for nobody. */
  name: string;
  onChoose: (customer: { id: string; display_name: string }) => void;
  error?: string | undefined;
  autoFocus?: boolean;
  disabled?: boolean;
  inputRef?: Ref<HTMLInputElement>;
};

/** A customer found by typing; one who is not there yet is added by name, the rest later. */
export function CustomerField({ label = "Customer", name, onChoose, error, ...rest }: Props) {
  const [word, setWord] = useState("");
  const asked = useDebounced(word, PAUSE_MILLIS);
  const found = useQuery(contactSearchQuery(asked));
  const create = useCreateContact();
  const mayCreate = useMay("WRITE_CONTACTS");
  const key = useRef(intent());

  function add(display_name: string) {
    create.mutate(
      { body: { display_name }, key: key.current },
      {
        onSuccess: ({ contact }) => {
          onChoose(contact);
          toast(`${contact.display_name} is in your contacts.`);
        },
        onSettled: () => {
          key.current = intent();
        },
      },
    );
  }

  return (
    <Combobox
      {...rest}
      label={label}
      placeholder="Name, company, e-mail"
      chosen={create.isPending ? (create.variables.body.display_name ?? "") : name}
      error={error ?? create.error?.message}
      hint={found.error ? "The contacts did not load. They are asked for again." : undefined}
      onType={setWord}
      options={asked === word && !found.isPlaceholderData ? found.data : undefined}
      optionKey={(contact) => contact.id}
      option={(contact) => (
        <>
          <Monogram name={contact.display_name} />
          <span className="grow truncate">{contact.display_name}</span>
          <span className="truncate text-sm font-normal text-ink-3">
            {contact.email ?? contact.phone}
          </span>
        </>
      )}
      onChoose={onChoose}
      onCreate={mayCreate ? add : undefined}
    />
  );
}
