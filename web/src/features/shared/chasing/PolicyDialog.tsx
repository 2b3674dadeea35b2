import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { SelectField } from "@/components/ui/Field";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import type { Invoice } from "@/features/invoices/api";
import { policiesQuery } from "@/features/settings/api";
import { t } from "../locales";
import { useInvoicePolicy } from "./acts";

/** By which policy one invoice is chased, or that nothing chases it. */
export function PolicyDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const policies = useQuery(policiesQuery);
  const [policy, setPolicy] = useState(invoice.reminder_policy_id ?? "");
  const [on, setOn] = useState(invoice.reminders_enabled);
  const choose = useInvoicePolicy(invoice.id);
  const form = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("How this invoice is chased")}
      foot={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button kind="ink" type="submit" form={form} busy={choose.isPending}>
            {t("Save")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          choose.mutate(
            { reminder_policy_id: policy || null, reminders_enabled: on },
            {
              onSuccess: () => {
                toast(t("Its reminders are planned anew."));
                onClose();
              },
            },
          );
        }}
      >
        <SelectField
          label={t("Policy")}
          value={policy}
          error={choose.error?.message ?? policies.error?.message}
          onChange={(event) => setPolicy(event.target.value)}
        >
          <option value="">{t("As the customer is chased")}</option>
          {policies.data?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <label className="flex min-h-10 items-center gap-2.5 max-tablet:min-h-11">
          <input
            type="checkbox"
            className="size-4 accent-ink-fill"
            checked={on}
            onChange={(event) => setOn(event.target.checked)}
          />
          {t("Remind of this invoice")}
        </label>
      </form>
    </Dialog>
  );
}
