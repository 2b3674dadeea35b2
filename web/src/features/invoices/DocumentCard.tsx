import { useMutation } from "@tanstack/react-query";
import { Download, Eye } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { numberOf } from "@/features/shared/invoiceStatus";
import { api } from "@/lib/api/client";
import type { Invoice } from "./api";
import { t } from "./locales";

/** The PDF lives behind the session, so it is fetched and handed over as a blob. */
async function pdf(id: string): Promise<string> {
  const answer = await api.GET("/v1/invoices/{id}/pdf", {
    params: { path: { id } },
    parseAs: "blob",
  });
  return URL.createObjectURL(answer.data as Blob);
}

const KEPT_MILLIS = 60_000;

/** Once whoever asked for it has surely read it. */
const release = (url: string) => setTimeout(() => URL.revokeObjectURL(url), KEPT_MILLIS);

export function DocumentCard({ invoice }: { invoice: Invoice }) {
  // the window is opened by the press itself; browsers forbid it later
  const view = useMutation({
    mutationFn: async (shown: Window | null) => {
      const url = await pdf(invoice.id);
      if (shown) shown.location.href = url;
      release(url);
    },
    onError: (_, shown) => shown?.close(),
  });
  const save = useMutation({
    mutationFn: () => pdf(invoice.id),
    onSuccess: (url) => {
      const link = document.createElement("a");
      link.href = url;
      link.download = `${numberOf(invoice)}.pdf`;
      link.click();
      release(url);
    },
  });
  return (
    <div className="grid grid-cols-2 gap-3">
      <Button
        icon={<Eye className="size-4" />}
        busy={view.isPending}
        onClick={() => view.mutate(window.open())}
      >
        {t("Open @act")}
      </Button>
      <Button
        icon={<Download className="size-4" />}
        busy={save.isPending}
        onClick={() => save.mutate()}
      >
        {t("PDF")}
      </Button>
      {view.error || save.error ? (
        <p role="alert" className="col-span-2 text-sm text-late">
          {(view.error ?? save.error)?.message}
        </p>
      ) : null}
    </div>
  );
}
