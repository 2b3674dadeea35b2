import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Skeleton";
import { Failure } from "@/components/ui/States";
import { Story } from "@/components/ui/Story";
import { invoicesQuery } from "@/features/invoices/api";
import { remindersQuery } from "@/features/reminders/api";
import { useBusiness } from "@/features/tenants/api";
import { rowsOf } from "@/lib/api/paging";
import type { Contact } from "./api";
import { t } from "./locales";
import { storyOf } from "./story";

/** How much of the past is shown before somebody asks for all that is loaded. */
const RECENT = 12;

export function ContactStory({ contact }: { contact: Contact }) {
  const { timezone, today } = useBusiness();
  const [all, setAll] = useState(false);
  const invoices = useInfiniteQuery(invoicesQuery({ contact_id: contact.id }));
  const reminders = useInfiniteQuery(remindersQuery({ contact_id: contact.id, sort: "-send_at" }));
  const failed = [invoices, reminders].find((query) => query.error && !query.data);
  const rows = { invoices: rowsOf(invoices.data), reminders: rowsOf(reminders.data) };
  if (failed) {
    return (
      <Failure
        error={failed.error}
        what={t("The story did not load.")}
        retry={() => void failed.refetch()}
      />
    );
  }
  if (!rows.invoices || !rows.reminders) {
    return (
      <div role="status" aria-label={t("Loading")} className="flex flex-col gap-8 pl-28">
        <Skeleton className="w-60" />
        <Skeleton className="w-80" />
        <Skeleton className="w-52" />
      </div>
    );
  }
  const { past, plan } = storyOf(
    {
      invoices: rows.invoices,
      reminders: rows.reminders,
      payments: contact.financial_summary.payment_history,
    },
    timezone,
    today,
  );
  if (past.length + plan.length === 0) {
    return (
      <p className="text-ink-2">
        {t("Nothing yet. Invoices, messages and payments appear here as they happen.")}
      </p>
    );
  }
  const hidden = all ? 0 : Math.max(0, past.length - RECENT);
  return (
    <>
      {hidden ? (
        <Button size="small" kind="ghost" className="mb-4" onClick={() => setAll(true)}>
          {t("Show {count} earlier", { count: hidden })}
        </Button>
      ) : null}
      <Story past={past.slice(hidden)} plan={plan} />
    </>
  );
}
