import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Skeleton } from "@/components/ui/Skeleton";
import { Failure } from "@/components/ui/States";
import { InvoiceDialog, isAboutChasing } from "@/features/shared/chasing/InvoiceDialogs";
import { numberOf } from "@/features/shared/invoiceStatus";
import { usePageTitle } from "@/lib/usePageTitle";
import { type Invoice, invoiceQuery, listed, useRefresh } from "./api";
import { CloseDialog } from "./CloseDialog";
import { DeliveryNotice } from "./DeliveryNotice";
import { DocumentCard } from "./DocumentCard";
import { InvoiceFigures } from "./InvoiceFigures";
import { InvoiceHead } from "./InvoiceHead";
import type { Asked } from "./InvoiceMenu";
import { InvoiceStory } from "./InvoiceStory";
import { InvoiceSum } from "./InvoiceSum";
import { t } from "./locales";
import { RecordPaymentDialog } from "./RecordPaymentDialog";
import { SendDialog } from "./SendDialog";

export function InvoicePage() {
  const { id } = useParams({ from: "/business/invoices/$id" });
  const queries = useQueryClient();
  // what a list knows of it is shown at once
  const found = useQuery({ ...invoiceQuery(id), placeholderData: () => listed(queries, id) });
  usePageTitle(found.data && numberOf(found.data));
  if (found.error && !found.data) {
    return (
      <Failure
        whole
        error={found.error}
        what={t("The invoice did not load.")}
        retry={() => void found.refetch()}
      />
    );
  }
  if (!found.data) return <Loading />;
  return (
    <Detail key={id} invoice={found.data} stale={found.isRefetchError || found.failureCount > 0} />
  );
}

/** What changes while it is watched, by a payment say, stands otherwise in the lists too. */
function useTellLists(version: number) {
  const refresh = useRefresh();
  const told = useRef(version);
  useEffect(() => {
    if (told.current === version) return;
    told.current = version;
    refresh();
  });
}

function Detail({ invoice, stale }: { invoice: Invoice; stale: boolean }) {
  const [open, setOpen] = useState<Asked | null>(null);
  const close = () => setOpen(null);
  useTellLists(invoice.version);
  return (
    <article className="max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-44">
      <InvoiceHead invoice={invoice} onOpen={setOpen} />
      {stale ? (
        <p role="status" className="mb-4 rounded-control bg-plan-bg px-4 py-2.5 text-plan">
          {t(
            "The server cannot be reached just now. This is what was last known; it is asked again.",
          )}
        </p>
      ) : null}
      <DeliveryNotice invoice={invoice} onSend={() => setOpen("send")} />
      <InvoiceFigures invoice={invoice} />
      <div className="mt-8 grid gap-8 desk:grid-cols-[minmax(0,1fr)_296px]">
        <InvoiceStory invoice={invoice} />
        <aside className="flex flex-col gap-5">
          <DocumentCard invoice={invoice} />
          <InvoiceSum invoice={invoice} />
        </aside>
      </div>
      {open && isAboutChasing(open) ? (
        <InvoiceDialog about={open} invoice={invoice} onClose={close} />
      ) : null}
      {open === "send" ? <SendDialog invoice={invoice} onClose={close} /> : null}
      {open === "payment" ? <RecordPaymentDialog invoice={invoice} onClose={close} /> : null}
      {open === "void" || open === "write-off" ? (
        <CloseDialog invoice={invoice} how={open} onClose={close} />
      ) : null}
    </article>
  );
}

const Loading = () => (
  <div role="status" aria-label={t("Loading")} className="max-w-[1240px] p-8 max-tablet:px-4">
    <Skeleton className="mb-3 h-6 w-40" />
    <Skeleton className="mb-8 w-56" />
    <Skeleton className="mb-10 h-16 w-full" />
    <Skeleton className="w-80" />
  </div>
);
