import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { numberOf } from "@/features/shared/invoiceStatus";
import { type Invoice, useClose } from "./api";
import { later, t } from "./locales";

const words = {
  void: {
    title: later("Void this invoice?"),
    what: later("Nobody can pay it any more and no reminder goes out. Its number stays taken."),
    act: later("Void it"),
    done: later("The invoice is void."),
  },
  "write-off": {
    title: later("Write this invoice off?"),
    what: later("It counts as lost. Reminders end. A late payment is still accepted."),
    act: later("Write it off"),
    done: later("The invoice is written off."),
  },
};

type Props = { invoice: Invoice; how: "void" | "write-off"; onClose: () => void };

/** An end without money; the reason stays in the invoice's story. */
export function CloseDialog({ invoice, how, onClose }: Props) {
  const [reason, setReason] = useState("");
  const close = useClose(how);
  const form = useId();
  const say = words[how];
  return (
    <Dialog
      open
      onClose={onClose}
      title={say.title()}
      foot={
        <>
          <Button kind="bad" type="submit" form={form} busy={close.isPending}>
            {say.act()}
          </Button>
          <span className="grow" />
          <Button kind="ink" onClick={onClose}>
            {t("Keep {number}", { number: numberOf(invoice) })}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          close.mutate(
            { id: invoice.id, reason },
            {
              onSuccess: () => {
                toast(say.done());
                onClose();
              },
            },
          );
        }}
      >
        <p className="text-ink-2">{say.what()}</p>
        <TextArea
          label={t("Reason")}
          hint={t("Kept in the story; the customer does not see it.")}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={close.error?.message}
        />
      </form>
    </Dialog>
  );
}
