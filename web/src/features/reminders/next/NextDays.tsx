import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Skeleton } from "@/components/ui/Skeleton";
import { Empty, Failure } from "@/components/ui/States";
import { Segments } from "@/components/ui/Tabs";
import { ToneDisc } from "@/features/shared/ToneDisc";
import { useBusiness } from "@/features/tenants/api";
import { plusDays } from "@/lib/dates";
import { usePhone } from "@/lib/screen";
import { freeDaysQuery, openInvoicesQuery, planQuery } from "../api";
import { T, t } from "../locales";
import { MessageRow } from "../MessageRow";
import { PlanTable } from "./PlanTable";
import { DAYS, type Row, rowsOfPlan, sumOf } from "./plan";
import { Ruler } from "./Ruler";

/** What goes to whom in the days to come if nobody pays: the plan itself, along its time. */
export function NextDays() {
  const { today } = useBusiness();
  const [view, setView] = useState<"line" | "table">("line");
  const phone = usePhone();
  const plan = useQuery(planQuery(plusDays(today, DAYS - 1)));
  const invoices = useQuery(openInvoicesQuery);
  const holidays = useQuery(freeDaysQuery);
  const failed = [plan, invoices].find((one) => one.isError && !one.data);
  if (failed) {
    return (
      <Failure
        error={failed.error}
        what={t("The plan did not load. Reminders keep their times.")}
        retry={() => void failed.refetch()}
      />
    );
  }
  if (!plan.data || !invoices.data) return <Loading />;
  const rows = rowsOfPlan(plan.data.rows, invoices.data, today);
  if (rows.length === 0) {
    return (
      <Empty
        title={t("Nothing is planned. Reminders appear here when an invoice is out and not paid.")}
      />
    );
  }
  return (
    <section className="mt-6 rounded-card border border-line bg-surface shadow-1">
      <header className="flex flex-wrap items-start gap-4 border-b border-line px-6 py-5 max-tablet:px-4">
        <div className="min-w-0 grow">
          <h2 className="text-lg font-semibold tracking-[-0.01em]">
            {t("If nobody paid from today on")}
          </h2>
          <Sum rows={rows} />
          {plan.data.more ? (
            <p className="text-sm text-ink-2">
              {t("Only the first thousand reminders are shown.")}
            </p>
          ) : null}
        </div>
        {phone ? null : (
          <Segments
            label={t("How the plan is shown")}
            tabs={[
              { key: "line", label: t("Along the days") },
              { key: "table", label: t("Show as table") },
            ]}
            chosen={view}
            onChoose={setView}
          />
        )}
      </header>
      {phone ? (
        <PhoneList rows={rows} />
      ) : view === "table" ? (
        <PlanTable rows={rows} />
      ) : (
        <>
          <Ruler rows={rows} today={today} holidays={holidays.data ?? []} />
          <Legend />
        </>
      )}
    </section>
  );
}

function Sum({ rows }: { rows: Row[] }) {
  const { messages, customers, together, moved } = sumOf(rows);
  return (
    <p className="text-ink-2">
      <T
        text="{messages} to {customers}."
        messages={
          <b className="font-semibold">{t("{n} message | {n} messages", { n: messages })}</b>
        }
        customers={t("{n} customer | {n} customers", { n: customers })}
      />{" "}
      {together ? `${t("{n} combines invoices. | {n} combine invoices.", { n: together })} ` : null}
      {moved
        ? `${t("{n} moves to a working day. | {n} move to a working day.", { n: moved })} `
        : null}
      {t("Nothing is sent from here.")}
    </p>
  );
}

/** The same facts without the width for a line: by time, what waits last. */
function PhoneList({ rows }: { rows: Row[] }) {
  const messages = rows.flatMap((row) => row.messages).sort((a, b) => a.at.localeCompare(b.at));
  const held = rows.flatMap(({ hold }) => (hold ? [hold.reminder] : []));
  return (
    <ul>
      {messages.map((message) => (
        <MessageRow key={message.key} message={message} dated />
      ))}
      {held.map((reminder) => (
        <MessageRow
          key={reminder.id}
          message={{ key: reminder.id, at: reminder.send_at, reminders: [reminder] }}
          dated
        />
      ))}
    </ul>
  );
}

function Legend() {
  const item = "inline-flex items-center gap-2";
  return (
    <ul
      aria-label={t("What the signs mean")}
      className="flex flex-wrap gap-x-6 gap-y-2 border-t border-line px-6 py-4 text-sm text-ink-2"
    >
      <li className={item}>
        <span aria-hidden="true">→</span> {t("Invoice goes out")}
      </li>
      {(["friendly", "neutral", "firm"] as const).map((tone) => (
        <li key={tone} className={item}>
          <ToneDisc tone={tone} className="size-4" />
          {{ friendly: t("Friendly"), neutral: t("Neutral"), firm: t("Firm") }[tone]}
        </li>
      ))}
      <li className={item}>
        <span aria-hidden="true" className="size-2.5 rotate-45 border-2 border-plan" />
        {t("Promise")}
      </li>
      <li className={item}>
        <span aria-hidden="true" className="h-3.5 w-0.5 bg-ink" />
        {t("Due day")}
      </li>
      <li className={item}>
        <span aria-hidden="true" className="hatched h-3.5 w-5 rounded-[3px] border border-line-2" />
        {t("On hold")}
      </li>
      <li className={item}>
        <span aria-hidden="true" className="size-3.5 bg-sunken" />
        {t("Holiday")}
      </li>
    </ul>
  );
}

const Loading = () => (
  <div
    role="status"
    aria-label={t("Loading")}
    className="mt-6 flex flex-col gap-7 rounded-card border border-line bg-surface p-6 shadow-1"
  >
    <Skeleton className="w-64" />
    {["w-full", "w-full", "w-full", "w-full"].map((width, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
      <Skeleton key={place} className={width} />
    ))}
  </div>
);
