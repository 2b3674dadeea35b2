import { useQueries } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { Tabs } from "@/components/ui/Tabs";
import { useBusiness } from "@/features/tenants/api";
import { usePageTitle } from "@/lib/usePageTitle";
import { reminderCountQuery, type Status } from "./api";
import { later, t } from "./locales";
import { ReminderList } from "./ReminderList";

const NextDays = lazy(async () => ({ default: (await import("./next/NextDays")).NextDays }));

type View = { key: Status; label: () => string; empty: () => string; rare?: boolean };

const views: View[] = [
  {
    key: "SCHEDULED",
    label: later("Upcoming"),
    empty: later("Nothing is planned. Reminders appear here when an invoice is out and not paid."),
  },
  { key: "HELD", label: later("Held"), empty: later("Nothing is held back.") },
  { key: "SENT", label: later("Sent"), empty: later("No reminder was sent yet.") },
  {
    key: "SKIPPED",
    label: later("Not sent"),
    empty: later("No reminder was left out. When one is, this says why."),
  },
  {
    key: "UNKNOWN",
    label: later("Not known"),
    empty: later("Of every message it is known."),
    rare: true,
  },
  { key: "FAILED", label: later("Failed"), empty: later("No reminder failed."), rare: true },
];

type Tab = Status | "next" | "policies";

/** What goes to whom and when, what waits and what holds it, what was sent; each with its reason. */
export function RemindersPage() {
  usePageTitle(t("Reminders"));
  const search = useSearch({ from: "/business/reminders" });
  const navigate = useNavigate({ from: "/reminders" });
  const { reminders_paused } = useBusiness();
  const view = views.find((one) => one.key === search.status);
  const chosen: Tab = view?.key ?? "next";
  const counts = useQueries({ queries: views.map((one) => reminderCountQuery(one.key)) });
  const lists = views
    .map((one, at) => ({ ...one, label: one.label(), count: counts[at]?.data ?? undefined }))
    .filter((one) => !one.rare || one.count || one.key === chosen);

  return (
    <div className="max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-28">
      <h1 className="mb-3 text-2xl font-bold tracking-[-0.022em]">{t("Reminders")}</h1>
      <Tabs<Tab>
        label={t("Which reminders")}
        tabs={[
          { key: "next", label: t("Next 90 days") },
          ...lists,
          { key: "policies", label: t("Policies") },
        ]}
        chosen={chosen}
        onChoose={(status) =>
          void (status === "policies"
            ? navigate({ to: "/settings/$section", params: { section: "reminders" } })
            : navigate({ search: (now) => ({ ...now, status }), replace: true }))
        }
      />
      {reminders_paused ? (
        <p role="status" className="mt-4 rounded-control bg-plan-bg px-4 py-2.5 text-plan">
          {t("All reminders of this business are paused.")}
        </p>
      ) : null}
      {view ? (
        <ReminderList key={view.key} status={view.key} empty={view.empty()} />
      ) : (
        <Suspense>
          <NextDays />
        </Suspense>
      )}
    </div>
  );
}
