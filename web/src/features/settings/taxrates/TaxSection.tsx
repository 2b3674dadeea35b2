import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Empty, Failure } from "@/components/ui/States";
import { toast } from "@/components/ui/Toasts";
import { type TaxRate, taxRatesQuery, useUpdateTaxRate } from "../api";
import { t } from "../locales";
import { ReadOnlyNotice, useMayEdit } from "../ReadOnly";
import { EditRateDialog } from "./EditRateDialog";
import { NewRateDialog } from "./NewRateDialog";
import { RateRow } from "./RateRow";

export function TaxSection() {
  const mayEdit = useMayEdit();
  const rates = useQuery(taxRatesQuery);
  const update = useUpdateTaxRate();
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<TaxRate | null>(null);

  if (rates.isError) {
    return (
      <Failure
        error={rates.error}
        what={t("The tax rates did not load. Invoices keep theirs.")}
        retry={() => void rates.refetch()}
      />
    );
  }

  /** Archived means: no longer offered. Documents that carry the rate keep it. */
  function archive(rate: TaxRate, status: TaxRate["status"]) {
    update.mutate(
      { id: rate.id, version: rate.version, body: { status } },
      {
        onSuccess: (changed) =>
          status === "ARCHIVED"
            ? toast(t("{name} is archived.", { name: rate.name }), () => archive(changed, "ACTIVE"))
            : toast(t("{name} is in use again.", { name: rate.name })),
        onError: (error) => toast(error.message),
      },
    );
  }

  return (
    <>
      {mayEdit ? null : <ReadOnlyNotice />}
      <Card
        title={t("Rates")}
        aside={
          mayEdit ? (
            <Button size="small" icon={<Plus className="size-4" />} onClick={() => setAdding(true)}>
              {t("Add a rate")}
            </Button>
          ) : null
        }
        flush
      >
        {rates.isPending ? <SkeletonRows rows={3} /> : null}
        {rates.data?.length === 0 ? (
          <Empty title={t("No tax rates yet. Invoices are written without tax.")} />
        ) : null}
        <ul>
          {rates.data?.map((rate) => (
            <RateRow
              key={rate.id}
              rate={rate}
              onEdit={() => setEditing(rate)}
              onArchive={(status) => archive(rate, status)}
            />
          ))}
        </ul>
        <p className="border-t border-line px-5 py-3.5 text-sm text-ink-3">
          {t("A change counts for new documents. Issued ones keep the rate they carry.")}
        </p>
      </Card>
      {adding ? <NewRateDialog onClose={() => setAdding(false)} /> : null}
      {editing ? <EditRateDialog rate={editing} onClose={() => setEditing(null)} /> : null}
    </>
  );
}
