import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import type { Invoice } from "@/features/invoices/api";
import { t } from "../locales";
import { useDispute } from "./acts";

/** What is not right about an invoice; until that is settled nothing reminds of it. */
export function DisputeDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const dispute = useDispute(invoice.id);
  const form = useId();

  function submit() {
    if (!reason.trim()) return setMissing(true);
    dispute.mutate(
      { reason: reason.trim() },
      {
        onSuccess: () => {
          toast(t("Disputed. Reminders wait until it is settled."));
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("{name} disputes it", { name: invoice.contact_name })}
      foot={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button kind="ink" type="submit" form={form} busy={dispute.isPending}>
            {t("Mark as disputed")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="text-ink-2">
          {t("Nothing reminds of it until you settle it. What is missed meanwhile is left out.")}
        </p>
        <TextArea
          label={t("What is not right?")}
          required
          maxLength={2000}
          value={reason}
          error={missing && !reason.trim() ? t("Write what is not right.") : dispute.error?.message}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
