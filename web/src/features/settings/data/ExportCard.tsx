import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Notice } from "@/components/ui/Notice";
import { useBusiness } from "@/features/tenants/api";
import { t } from "../locales";
import { type Export, isTaken, isUnderWay, useStart } from "./api";
import { standingOf } from "./words";

/** What an export holds, and the asking for one. */
export function ExportCard({ rows }: { rows: Export[] }) {
  const reader = useBusiness();
  const [documents, setDocuments] = useState(true);
  const start = useStart();
  const statusId = useId();
  const isBusy = rows.some(isUnderWay);
  const own = rows.find(({ job_id }) => job_id === start.data?.job_id);
  return (
    <Card title={t("Everything in one file")}>
      <div className="flex flex-col items-start gap-3">
        <p className="max-w-[64ch] text-ink-2">
          {t(
            "A ZIP with all that the business has here: contacts, invoices, payments, reminders, messages, team, settings and audit log. Each of them as JSON Lines for programs and as CSV for spreadsheets. Passwords and keys are not in it.",
          )}
        </p>
        <label className="flex min-h-11 items-center gap-2.5">
          <input
            type="checkbox"
            className="size-4 accent-ink-fill"
            checked={documents}
            onChange={(event) => setDocuments(event.target.checked)}
          />
          {t("With the PDF of every invoice")}
        </label>
        <Button
          kind="ink"
          busy={start.isPending}
          disabled={isBusy}
          aria-describedby={isBusy ? statusId : undefined}
          onClick={() => start.mutate(documents)}
        >
          {t("Export everything")}
        </Button>
        {/* heard, not only seen in the list: what becomes of the one that was asked for here */}
        <p id={statusId} role="status" className={isBusy ? "text-sm text-ink-2" : "sr-only"}>
          {isBusy
            ? t("Only one is made at a time. You can leave this page; it goes on by itself.")
            : own
              ? standingOf(own, reader)
              : null}
        </p>
        <Refusal error={start.error} />
      </div>
    </Card>
  );
}

function Refusal({ error }: { error: Error | null }) {
  if (!error) return null;
  return isTaken(error) ? (
    <Notice>{t("Another export was asked for just before yours; it is in the list.")}</Notice>
  ) : (
    <Notice tone="late">{error.message}</Notice>
  );
}
