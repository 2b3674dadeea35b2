import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Controller, type UseFormReturn } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { Combobox } from "@/components/ui/Combobox";
import { TextField } from "@/components/ui/Field";
import { Monogram } from "@/components/ui/Monogram";
import { isApiError } from "@/lib/api/problem";
import { useDebounced } from "@/lib/useDebounced";
import { t } from "../locales";
import {
  type Customer,
  customerQuery,
  customersQuery,
  useCustomerEmail,
  useNewCustomer,
} from "./customers";
import type { Form } from "./form";

const PAUSE_MILLIS = 200;

/** Who pays: found by a few letters, or made on the spot. */
export function CustomerField({ form }: { form: UseFormReturn<Form> }) {
  const [word, setWord] = useState("");
  const settled = useDebounced(word, PAUSE_MILLIS);
  const found = useQuery(customersQuery(settled));
  const id = form.watch("contact_id");
  const chosen = useQuery(customerQuery(id)).data;
  const create = useNewCustomer();
  const choose = (customerId: string) =>
    form.setValue("contact_id", customerId, { shouldDirty: true, shouldValidate: true });

  return (
    <div className="flex flex-col gap-3">
      <Controller
        control={form.control}
        name="contact_id"
        render={({ field, fieldState }) => (
          <Combobox
            label={t("Customer")}
            placeholder={t("Name, e-mail or phone")}
            autoFocus={id === ""}
            inputRef={field.ref}
            onBlur={field.onBlur}
            chosen={chosen?.display_name ?? ""}
            onType={setWord}
            options={found.data}
            optionKey={(option) => option.id}
            option={(option) => <Option customer={option} />}
            onChoose={(option) => choose(option.id)}
            onCreate={(name) => create.mutate(name, { onSuccess: (created) => choose(created.id) })}
            error={create.error?.message ?? fieldState.error?.message}
            hint={chosen?.email ?? undefined}
          />
        )}
      />
      {chosen && !chosen.email ? <EmailOf key={chosen.id} customer={chosen} /> : null}
    </div>
  );
}

const Option = ({ customer }: { customer: Pick<Customer, "display_name" | "email"> }) => (
  <span className="flex min-w-0 items-center gap-2.5">
    <Monogram name={customer.display_name} />
    <span className="truncate font-medium">{customer.display_name}</span>
    <span className="truncate text-sm text-ink-3">{customer.email}</span>
  </span>
);

function EmailOf({ customer }: { customer: Customer }) {
  const [email, setEmail] = useState("");
  const save = useCustomerEmail(customer);
  const problem = isApiError(save.error) ? save.error : null;
  const keep = () => email && save.mutate(email);
  return (
    <div className="flex items-end gap-2">
      <TextField
        className="grow"
        type="email"
        label={t("E-mail of {name}", { name: customer.display_name })}
        hint={t("The invoice goes there.")}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && keep()}
        error={problem ? (problem.fieldMessage("email") ?? problem.message) : undefined}
      />
      <Button busy={save.isPending} disabled={!email} onClick={keep} className="mb-[26px]">
        {t("Save")}
      </Button>
    </div>
  );
}
