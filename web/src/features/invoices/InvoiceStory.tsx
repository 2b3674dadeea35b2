import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "@/components/ui/Skeleton";
import { Failure } from "@/components/ui/States";
import { Story } from "@/components/ui/Story";
import { LogLink } from "@/features/shared/LogLink";
import { useBusiness } from "@/features/tenants/api";
import { isApiError } from "@/lib/api/problem";
import { deliveriesQuery, type Invoice, paymentsQuery, remindersQuery } from "./api";
import { t } from "./locales";
import { storyOf } from "./story";

export function InvoiceStory({ invoice }: { invoice: Invoice }) {
  const { timezone, today } = useBusiness();
  const deliveries = useQuery(deliveriesQuery(invoice));
  const reminders = useQuery(remindersQuery(invoice));
  const payments = useQuery({ ...paymentsQuery(invoice), retry: false });
  const mayNot = isApiError(payments.error) && payments.error.status === 403;
  const paid = payments.data ?? (mayNot ? [] : undefined);
  const failed = [deliveries, reminders, payments].find((one) => one.isError && !one.data);
  return (
    <section>
      <header className="mb-4 flex items-baseline justify-between gap-3">
        <h2 className="text-lg font-semibold tracking-[-0.01em]">{t("Story")}</h2>
        <LogLink id={invoice.id} />
      </header>
      {deliveries.data && reminders.data && paid ? (
        <Story
          {...storyOf(
            {
              invoice,
              deliveries: deliveries.data.deliveries,
              reminders: reminders.data,
              payments: paid,
            },
            timezone,
            today,
          )}
        />
      ) : failed ? (
        <Failure
          error={failed.error}
          what={t("The story did not load. The invoice is safe.")}
          retry={() => void failed.refetch()}
        />
      ) : (
        <div role="status" aria-label={t("Loading")} className="flex flex-col gap-8 pl-28">
          <Skeleton className="w-60" />
          <Skeleton className="w-80" />
          <Skeleton className="w-52" />
        </div>
      )}
    </section>
  );
}
