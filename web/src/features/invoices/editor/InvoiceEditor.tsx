import { useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Drawer } from "@/components/ui/Sheet";
import { Skeleton } from "@/components/ui/Skeleton";
import { Failure, Forbidden } from "@/components/ui/States";
import { useMay } from "@/features/accounts/api";
import { may } from "@/features/shared/invoiceStatus";
import { type Invoice, invoiceQuery, taxRatesQuery } from "../api";
import { t } from "../locales";
import { DraftEditor } from "./DraftEditor";

type Props = { id: string | null; contactId: string | null };

/** A draft, over whatever page it was opened from; its address says which. */
export default function InvoiceEditor({ id, contactId }: Props) {
  const navigate = useNavigate();
  const close = (unasked = false) =>
    void navigate({
      to: ".",
      search: ({ draft: _, contact: __, ...rest }) => rest,
      ignoreBlocker: unasked,
    });
  const found = useQuery({
    ...invoiceQuery(id ?? ""),
    enabled: id !== null,
    refetchOnWindowFocus: false,
    refetchOnMount: "always",
  });
  // the form begins with what the server has now, and is not begun anew when that changes
  const [opened, setOpened] = useState<Invoice | null>(null);
  if (!opened && found.isSuccess && found.fetchStatus === "idle") setOpened(found.data);
  const rates = useQuery(taxRatesQuery);
  const mayWrite = useMay("WRITE_DOCUMENTS");

  if (id === null && !mayWrite) {
    return (
      <Drawer open onClose={() => close(true)} title={t("New invoice")}>
        <Forbidden />
      </Drawer>
    );
  }
  if (opened && !isEditable(opened)) {
    return <Navigate to="/invoices/$id" params={{ id: opened.id }} replace />;
  }
  if (rates.data && (id === null || opened)) {
    return (
      <DraftEditor
        draft={opened}
        contactId={contactId}
        taxCode={rates.data.find((rate) => rate.is_default)?.code ?? ""}
        onClose={close}
      />
    );
  }
  const error = found.error ?? rates.error;
  return (
    <Drawer open onClose={() => close()} title={t("Draft invoice")}>
      {error ? (
        <Failure
          error={error}
          what={t("The draft did not load.")}
          retry={() => void found.refetch()}
        />
      ) : (
        <div role="status" aria-label={t("Loading")} className="flex flex-col gap-8 p-6">
          <Skeleton className="h-14 w-full" />
          <Skeleton className="h-10 w-2/3" />
          <Skeleton className="h-32 w-full" />
        </div>
      )}
    </Drawer>
  );
}

const isEditable = (invoice: Invoice) =>
  ["DRAFT", "SCHEDULED"].includes(invoice.status) && may(invoice, "update");
