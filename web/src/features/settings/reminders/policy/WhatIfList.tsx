import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { Skeleton } from "@/components/ui/Skeleton";
import { stepName } from "@/features/shared/reminderWords";
import { useBusiness } from "@/features/tenants/api";
import { moment } from "@/lib/dates";
import { t } from "../../locales";
import { useWhatIf, type WhatIf } from "./api";
import type { bodyOf } from "./values";

type Change = WhatIf["moved"][number];

/** What saving would change for the invoices that are open now. */
export function WhatIfList({
  policyId,
  body,
}: {
  policyId: string;
  body: ReturnType<typeof bodyOf>;
}) {
  const { mutate, data: found, error } = useWhatIf();
  useEffect(() => mutate({ policy_id: policyId, policy: body }), [mutate, policyId, body]);
  return (
    <section aria-labelledby="what-if" className="border-t border-line pt-5">
      <h3 id="what-if" className="font-semibold">
        {t("What would change in 90 days")}
      </h3>
      {error ? (
        <p role="alert" className="text-sm text-late">
          {error.message}
        </p>
      ) : found ? (
        <>
          <p className="mb-3 text-sm text-ink-2">
            {t("{n} reminder stays as it is. | {n} reminders stay as they are.", {
              n: found.unchanged,
            })}
          </p>
          <Changes title={t("Added")} changes={found.added} />
          <Changes title={t("Moved")} changes={found.moved} />
          <Changes title={t("Removed")} changes={found.removed} />
        </>
      ) : (
        <div role="status" aria-label={t("Loading")} className="mt-2">
          <Skeleton className="w-52" />
        </div>
      )}
    </section>
  );
}

function Changes({ title, changes }: { title: string; changes: Change[] }) {
  const { timezone, today } = useBusiness();
  const at = (instant: string) => moment(instant, timezone, today);
  return (
    <div className="mb-3">
      <h4 className="text-sm font-semibold">
        {title} <span className="font-normal text-ink-3">{changes.length}</span>
      </h4>
      <ul className="text-sm text-ink-2">
        {changes.map((change) => (
          <li key={`${change.invoice_id} ${change.step_key}`} className="py-1">
            <Link
              to="/invoices/$id"
              params={{ id: change.invoice_id }}
              className="font-semibold text-ink hover:underline"
            >
              {change.invoice_number}
            </Link>
            , {stepName(change.step_key)}
            <span className="figures block">
              {change.before && change.after
                ? t("{before} → {after}", { before: at(change.before), after: at(change.after) })
                : at(change.after ?? change.before ?? "")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
