import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Skeleton } from "@/components/ui/Skeleton";
import { Empty, Failure } from "@/components/ui/States";
import { useMay } from "@/features/accounts/api";
import { headlineDay } from "@/lib/dates";
import { usePageTitle } from "@/lib/usePageTitle";
import { homeQuery, type Summary } from "./api";
import { CashChart } from "./CashChart";
import { DoesNext } from "./DoesNext";
import { Figures } from "./Figures";
import { t } from "./locales";
import { NeedsYou } from "./NeedsYou";

/** Figures first, then what happens by itself, then what does not. */
export function HomePage() {
  usePageTitle(t("Home"));
  const home = useQuery(homeQuery);
  return (
    <div className="max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-28">
      {home.data ? (
        <Found summary={home.data} />
      ) : home.error ? (
        <Failure
          error={home.error}
          what={t("The figures did not load. Your invoices are safe.")}
          retry={() => void home.refetch()}
        />
      ) : (
        <Loading />
      )}
    </div>
  );
}

function Found({ summary }: { summary: Summary }) {
  const navigate = useNavigate();
  const mayWrite = useMay("WRITE_DOCUMENTS");
  const mayAdd = useMay("WRITE_CONTACTS");
  const create = () => void navigate({ to: ".", search: (now) => ({ ...now, draft: "new" }) });
  const isNew =
    summary.unpaid.count === 0 &&
    summary.next_actions.length === 0 &&
    summary.planned.length === 0 &&
    summary.by_currency.every((position) => !position.last_payment);
  return (
    <>
      <h1 className="mb-6 text-2xl font-bold tracking-[-0.022em]">{headlineDay(summary.today)}</h1>
      {isNew ? (
        <div className="border-y-2 border-t-ink border-b-line-2">
          <Empty
            title={
              mayWrite
                ? t(
                    "Nothing is owed to you yet. Write the first invoice; Duespark sends it, reminds, and tells you when it is paid.",
                  )
                : t("Nothing is owed to you yet.")
            }
          >
            {mayWrite ? (
              <Button kind="ink" onClick={create}>
                {t("New invoice")}
              </Button>
            ) : null}
            {mayAdd ? <ButtonLink to="/contacts">{t("Add customers")}</ButtonLink> : null}
          </Empty>
        </div>
      ) : (
        <>
          <Figures summary={summary} />
          <div className="mt-8 grid items-start gap-6 desk:grid-cols-[minmax(0,1fr)_336px]">
            <DoesNext planned={summary.planned} zone={summary.timezone} today={summary.today} />
            <NeedsYou
              actions={summary.next_actions}
              zone={summary.timezone}
              today={summary.today}
            />
          </div>
          {summary.by_currency.length ? (
            <CashChart positions={summary.by_currency} today={summary.today} />
          ) : null}
        </>
      )}
    </>
  );
}

const Loading = () => (
  <div role="status" aria-label={t("Loading")}>
    <Skeleton className="mb-9 h-6 w-64" />
    <div className="mb-8 grid gap-8 border-t-2 border-t-ink pt-5 tablet:grid-cols-3">
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
      <Skeleton className="h-16" />
    </div>
    <div className="grid gap-6 desk:grid-cols-[minmax(0,1fr)_336px]">
      <Skeleton className="h-72" />
      <Skeleton className="h-72" />
    </div>
  </div>
);
