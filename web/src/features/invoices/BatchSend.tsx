import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { numberOf } from "@/features/shared/invoiceStatus";
import { api, intent } from "@/lib/api/client";
import { isApiError } from "@/lib/api/problem";

import { type Invoice, useRefresh } from "./api";
import { T, t } from "./locales";

type Props = { invoices: Invoice[]; onDone: () => void };

/** Sends the drafts among the selected rows, one command each, after one look at who gets what. */
export function BatchSend({ invoices, onDone }: Props) {
  const [asking, setAsking] = useState(false);
  if (invoices.length === 0) return null;
  return (
    <>
      <Button
        kind="spark"
        size="small"
        icon={<Send className="size-4" />}
        onClick={() => setAsking(true)}
      >
        {t("Send {n} invoice | Send {n} invoices", { n: invoices.length })}
      </Button>
      {asking ? (
        <Confirm invoices={invoices} onClose={() => setAsking(false)} onDone={onDone} />
      ) : null}
    </>
  );
}

function Confirm({ invoices, onClose, onDone }: Props & { onClose: () => void }) {
  const refresh = useRefresh();
  const keys = useRef(new Map(invoices.map(({ id }) => [id, intent()])));
  const send = useMutation({
    mutationFn: async () => {
      const outcomes = await Promise.allSettled(
        invoices.map(({ id }) =>
          api.POST("/v1/invoices/{id}/send", {
            params: {
              path: { id },
              header: { "Idempotency-Key": keys.current.get(id) ?? intent() },
            },
            body: { channel: "EMAIL" },
          }),
        ),
      );
      return outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    },
    onSuccess: (errors) => {
      const unknown = errors.filter((error) => isApiError(error) && error.isUnknown).length;
      if (unknown > 0) return; // the dialog says so, and asks again with the same keys
      const sent = invoices.length - errors.length;
      toast(
        errors.length
          ? t(
              "{n} invoice on the way, {refused} refused. Open those to see why. | {n} invoices on the way, {refused} refused. Open those to see why.",
              { n: sent, refused: errors.length },
            )
          : t("{n} invoice on the way. | {n} invoices on the way.", { n: sent }),
      );
      onClose();
      onDone();
    },
    onSettled: () => refresh(),
  });
  const unanswered = send.data !== undefined && !send.isPending;

  return (
    <Dialog
      open
      onClose={onClose}
      mayClose={() => !send.isPending}
      title={t("Send {n} invoice? | Send {n} invoices?", { n: invoices.length })}
      foot={
        <>
          <span role="status" className="grow text-sm text-ink-2">
            {unanswered ? t("Some had no answer. Ask again; nothing goes out twice.") : null}
          </span>
          <Button onClick={onClose} disabled={send.isPending}>
            {t("Cancel")}
          </Button>
          <Button
            kind="spark"
            icon={<Send className="size-4" />}
            busy={send.isPending}
            onClick={() => send.mutate()}
          >
            {unanswered ? t("Ask again") : t("Send now")}
          </Button>
        </>
      }
    >
      <ul className="flex flex-col gap-2">
        {invoices.map((invoice) => (
          <li key={invoice.id} className="flex justify-between gap-4">
            <span className="truncate">
              <T
                text="{invoice} to {customer}"
                invoice={<b className="font-semibold">{numberOf(invoice)}</b>}
                customer={invoice.contact_name}
              />
            </span>
            <Money amount={invoice.total} currency={invoice.currency} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
