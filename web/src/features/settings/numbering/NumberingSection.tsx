import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Failure, Forbidden } from "@/components/ui/States";
import { numberingQuery, type Series } from "../api";
import { t } from "../locales";
import { useMayEdit } from "../ReadOnly";
import { kinds, order } from "./kinds";
import { SeriesDialog } from "./SeriesDialog";

export function NumberingSection() {
  const mayEdit = useMayEdit();
  const numbering = useQuery({ ...numberingQuery, enabled: mayEdit });
  const [changing, setChanging] = useState<Series | null>(null);

  if (!mayEdit) return <Forbidden />;
  if (numbering.isError) {
    return (
      <Failure
        error={numbering.error}
        what={t("The numbering did not load. Numbers go on as they are.")}
        retry={() => void numbering.refetch()}
      />
    );
  }
  return (
    <Card title={t("Next numbers")} flush>
      {numbering.isPending ? <SkeletonRows rows={order.length} /> : null}
      <ul>
        {[...(numbering.data ?? [])]
          .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
          .map((series) => (
            <li
              key={series.kind}
              className="flex min-h-[50px] items-center gap-4 border-t border-line px-5 py-1.5 first:border-0"
            >
              <span className="w-28 shrink-0">{kinds[series.kind]()}</span>
              <span className="figures min-w-0 grow truncate font-semibold">{series.preview}</span>
              <Button
                size="small"
                aria-label={t("Change the numbers: {kind}", { kind: kinds[series.kind]() })}
                onClick={() => setChanging(series)}
              >
                {t("Change")}
              </Button>
            </li>
          ))}
      </ul>
      <p className="border-t border-line px-5 py-3.5 text-sm text-ink-3">
        {t(
          "An invoice gets its number when it is issued, without gaps. A draft shows the number it would get.",
        )}
      </p>
      {changing ? <SeriesDialog series={changing} onClose={() => setChanging(null)} /> : null}
    </Card>
  );
}
