import { useState } from "react";
import { Card } from "@/components/ui/Card";
import { Money } from "@/components/ui/Money";
import { Segments } from "@/components/ui/Tabs";
import { fullDay, shortDay } from "@/lib/dates";
import type { Position } from "./api";
import { t } from "./locales";

const HEIGHT = 160;

/** Received by week, and what falls due in the next; a table for whoever wants the figures. */
export function CashChart({ positions, today }: { positions: Position[]; today: string }) {
  const [currency, setCurrency] = useState(positions[0]?.currency ?? "");
  const [asTable, setAsTable] = useState(false);
  const position = positions.find((one) => one.currency === currency) ?? positions[0];
  if (!position) return null;
  return (
    <Card
      className="mt-6"
      title={t("Cash in, by week")}
      aside={
        <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 text-xs text-ink-2">
          <span className="flex items-center gap-1.5 max-tablet:hidden">
            <span aria-hidden="true" className="size-2.5 rounded-[2px] bg-chart-in" />{" "}
            {t("Received")}
          </span>
          <span className="flex items-center gap-1.5 max-tablet:hidden">
            <span
              aria-hidden="true"
              className="hatched size-2.5 rounded-[2px] border border-chart-soft"
            />{" "}
            {t("Falls due")}
          </span>
          {positions.length > 1 ? (
            <Segments
              label={t("Currency")}
              chosen={position.currency}
              onChoose={setCurrency}
              tabs={positions.map((one) => ({ key: one.currency, label: one.currency }))}
            />
          ) : null}
          <button
            type="button"
            className="text-sm font-medium underline decoration-line-2 underline-offset-3"
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t("Show as chart") : t("Show as table")}
          </button>
        </div>
      }
    >
      {asTable ? <Table position={position} /> : <Bars position={position} today={today} />}
    </Card>
  );
}

function Bars({ position, today }: { position: Position; today: string }) {
  const most = Math.max(
    1,
    ...position.weeks.map((week) => Number(week.received) + Number(week.expected)),
  );
  const height = (amount: string) => Math.round((Number(amount) / most) * HEIGHT);
  const thisWeek = position.weeks.findLast((week) => week.monday <= today)?.monday;
  const received = position.weeks.filter((week) => Number(week.received) > 0).length;
  return (
    <figure
      aria-label={t("Received in {received} of the last twelve weeks, in {currency}", {
        received,
        currency: position.currency,
      })}
      className="flex items-end gap-1.5 tablet:gap-4"
    >
      {position.weeks.map((week) => (
        <div key={week.monday} className="flex min-w-0 grow basis-0 flex-col items-center gap-2">
          <div
            className="flex w-full max-w-7 flex-col justify-end gap-0.5"
            style={{ height: HEIGHT }}
          >
            {Number(week.expected) > 0 ? (
              <span
                className="hatched rounded-t-[3px] border border-chart-soft"
                style={{ height: Math.max(3, height(week.expected)) }}
              />
            ) : null}
            {Number(week.received) > 0 ? (
              <span
                className="rounded-t-[3px] bg-chart-in"
                style={{ height: Math.max(3, height(week.received)) }}
              />
            ) : null}
            <span className="h-px bg-line-2" />
          </div>
          <span
            className={
              week.monday === thisWeek
                ? "text-xs font-semibold whitespace-nowrap"
                : "text-xs whitespace-nowrap text-ink-3 max-tablet:sr-only"
            }
          >
            {week.monday === thisWeek ? t("Now") : shortDay(week.monday)}
          </span>
        </div>
      ))}
    </figure>
  );
}

function Table({ position }: { position: Position }) {
  return (
    <table className="w-full">
      <caption className="sr-only">{t("Cash in by week")}</caption>
      <thead className="text-left text-xs text-ink-3">
        <tr>
          <th scope="col" className="py-2 font-semibold">
            {t("Week from")}
          </th>
          <th scope="col" className="text-right font-semibold">
            {t("Received")}
          </th>
          <th scope="col" className="text-right font-semibold">
            {t("Falls due")}
          </th>
        </tr>
      </thead>
      <tbody>
        {position.weeks.map((week) => (
          <tr key={week.monday} className="border-t border-line">
            <th scope="row" className="py-2 text-left font-normal">
              {fullDay(week.monday)}
            </th>
            <td className="text-right">
              <Money amount={week.received} currency={position.currency} />
            </td>
            <td className="text-right">
              <Money amount={week.expected} currency={position.currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
