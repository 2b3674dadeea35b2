import { useMutation } from "@tanstack/react-query";
import { Download, Eye } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { api } from "@/lib/api/client";
import type { Invoice } from "./api";
import { numberOf } from "./status";

/** The PDF lives behind the session, so it is fetched and handed over as a blob. */
async function pdf(id: string): Promise<string> {
  const answer = await api.GET("/v1/invoices/{id}/pdf", {
    params: { path: { id } },
    parseAs: "blob",
  });
  return URL.createObjectURL(answer.data as Blob);
}

export function DocumentCard({ invoice }: { invoice: Invoice }) {
  const view = useMutation({
    mutationFn: () => pdf(invoice.id),
    onSuccess: (url) => window.open(url, "_blank", "noopener"),
  });
  const save = useMutation({
    mutationFn: () => pdf(invoice.id),
    onSuccess: (url) => {
      const link = document.createElement("a");
      link.href = url;
      link.download = `${numberOf(invoice)}.pdf`;
      link.click();
      URL.revokeObjectURL(url);
    },
  });
  return (
    <div className="grid grid-cols-2 gap-3">
      <Button icon={<Eye className="size-4" />} busy={view.isPending} onClick={() => view.mutate()}>
        Open
      </Button>
      <Button
        icon={<Download className="size-4" />}
        busy={save.isPending}
        onClick={() => save.mutate()}
      >
        PDF
      </Button>
      {view.error || save.error ? (
        <p role="alert" className="col-span-2 text-sm text-late">
          {(view.error ?? save.error)?.message}
        </p>
      ) : null}
    </div>
  );
}
