import { useNavigate } from "@tanstack/react-router";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Notice } from "@/components/ui/Notice";
import { toast } from "@/components/ui/Toasts";
import { type Business, useBusiness } from "@/features/tenants/api";
import { dayOf, daysBetween, fullDay } from "@/lib/dates";
import { usePageTitle } from "@/lib/usePageTitle";
import { Exports } from "../data/Exports";
import { t } from "../locales";
import { isErased, useReopen } from "./api";

/** To an owner: until when it can be opened again, and everything to take away. */
export function ClosedBusiness() {
  const business = useBusiness();
  const title = t("{name} is closed", { name: business.name });
  usePageTitle(title);
  return (
    <>
      <h1 className="mb-6 text-2xl font-bold tracking-[-0.022em] break-words">{title}</h1>
      <div className="flex flex-col gap-6">
        <Card>
          <Days business={business} />
          <Reopening name={business.name} />
        </Card>
        <Exports />
      </div>
    </>
  );
}

function Days({ business: { closed_at, erase_on, timezone } }: { business: Business }) {
  // by the days of the calendar: a test business's clock moves none of these
  const today = dayOf(new Date().toISOString(), timezone);
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4">
      {erase_on ? (
        <Fact
          label={t("Erased on")}
          day={erase_on}
          more={
            erase_on > today
              ? t("{n} day left | {n} days left", { n: daysBetween(today, erase_on) })
              : t("today or soon")
          }
        />
      ) : null}
      {closed_at ? <Fact label={t("Closed since")} day={dayOf(closed_at, timezone)} /> : null}
    </dl>
  );
}

type FactProps = { label: string; day: string; more?: string };

const Fact = ({ label, day, more }: FactProps) => (
  <div>
    <dt className="text-sm text-ink-3">{label}</dt>
    <dd className="figures text-xl font-semibold">{fullDay(day)}</dd>
    {more ? <dd className="text-sm text-ink-2">{more}</dd> : null}
  </div>
);

function Reopening({ name }: { name: string }) {
  const navigate = useNavigate();
  const reopen = useReopen(async () => {
    await navigate({ to: "/home" });
    toast(t("{name} is open again. Its reminders stay paused.", { name }));
  });
  return (
    <div className="mt-5 flex flex-col items-start gap-3">
      <p className="max-w-[64ch] text-ink-2">
        {t(
          "No reminder is sent and nobody works in it. Payments that still come in are booked, and receipted. Until it is erased you can take everything away, or open it again.",
        )}
      </p>
      <Button kind="ink" busy={reopen.isPending} onClick={() => reopen.mutate()}>
        {t("Open it again")}
      </Button>
      <p className="text-sm text-ink-3">
        {t("Its reminders stay paused after that, until somebody resumes them.")}
      </p>
      {reopen.isError ? (
        <Notice tone="late">
          {isErased(reopen.error)
            ? t("Its sixty days are over. It is being erased and cannot be opened again.")
            : reopen.error.message}
        </Notice>
      ) : null}
    </div>
  );
}
