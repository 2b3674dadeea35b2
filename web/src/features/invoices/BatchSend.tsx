import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { toast } from "@/components/ui/Toasts";
import { api, intent } from "@/lib/api/client";
import { count } from "@/lib/dates";
import { type Invoice, useRefresh } from "./api";

/** Sends the drafts among the selected rows, one command each. */
export function BatchSend({ invoices, onDone }: { invoices: Invoice[]; onDone: () => void }) {
  const refresh = useRefresh();
  const send = useMutation({
    mutationFn: async () => {
      const outcomes = await Promise.allSettled(
        invoices.map(({ id }) =>
          api.POST("/v1/invoices/{id}/send", {
            params: { path: { id }, header: { "Idempotency-Key": intent() } },
            body: { channel: "EMAIL" },
          }),
        ),
      );
      return outcomes.filter((outcome) => outcome.status === "rejected").length;
    },
    onSuccess: (refused) => {
      const sent = invoices.length - refused;
      toast(
        refused
          ? `${count(sent, "invoice")} on the way, ${refused} refused. Open those to see why.`
          : `${count(sent, "invoice")} on the way.`,
      );
      onDone();
    },
    onSettled: () => refresh(),
  });
  if (invoices.length === 0) return null;
  return (
    <Button
      kind="spark"
      size="small"
      icon={<Send className="size-4" />}
      busy={send.isPending}
      onClick={() => send.mutate()}
    >
      Send {count(invoices.length, "invoice")}
    </Button>
  );
}
