import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import type { Message } from "@/features/shared/messages";
import { holdWords, stepName } from "@/features/shared/reminderWords";
import { ToneDisc } from "@/features/shared/ToneDisc";
import { useBusiness } from "@/features/tenants/api";
import type { Schemas } from "@/lib/api/client";
import { cx } from "@/lib/cx";
import { day, dayOf, daysBetween, moment, plusDays, shortDay } from "@/lib/dates";
import { t } from "../locales";
import { MessageDetail } from "./MessageDetail";
import { DAYS, placeOf, type Row } from "./plan";

const FIRST_ROWS = 30;
const WEEK = 7;
/** Up to where the word for today stands, in percent. */
const TODAY_ENDS = 9;

type Props = { rows: Row[]; today: string; holidays: Schemas["Holiday"][] };

/** The Mondays to come. */
function mondays(today: string): string[] {
  const weekday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % WEEK;
  const first = plusDays(today, WEEK - weekday);
  return Array.from({ length: Math.ceil(DAYS / WEEK) }, (_, n) => plusDays(first, n * WEEK)).filter(
    (monday) => daysBetween(today, monday) < DAYS,
  );
}

const columns = "grid grid-cols-[196px_minmax(0,1fr)]";

/** One row per customer along the days; a chosen message opens its reason under its row. */
export function Ruler({ rows, today, holidays }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const weeks = mondays(today);
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <div className="pr-6 pl-6">
      <div aria-hidden="true" className={cx(columns, "h-11 items-end pb-2 text-sm text-ink-3")}>
        <span />
        <div className="relative h-6">
          <span className="absolute left-0 -translate-x-2 rounded-[4px] bg-spark px-2 font-semibold text-on-spark">
            {t("Today")}
          </span>
          {weeks
            .filter((monday, n) => n % 2 === 1 && placeOf(monday, today) > TODAY_ENDS)
            .map((monday) => (
              <span
                key={monday}
                className="absolute -translate-x-1/2 whitespace-nowrap"
                style={{ left: `${placeOf(monday, today)}%` }}
              >
                {shortDay(monday)}
              </span>
            ))}
        </div>
      </div>
      <ul aria-label={t("Customers and what goes to them")}>
        {shown.map((row) => {
          const open = row.messages.find(({ key }) => key === chosen);
          return (
            <li key={row.id} className="border-t border-line">
              <div className={cx(columns, "min-h-[52px]")}>
                <Name row={row} />
                <div className="relative">
                  <Ground weeks={weeks} holidays={holidays} today={today} />
                  <Line row={row} today={today} chosen={chosen} onChoose={setChosen} />
                </div>
              </div>
              {open ? <MessageDetail message={open} /> : null}
            </li>
          );
        })}
      </ul>
      {shown.length < rows.length ? (
        <Button className="my-3" onClick={() => setAll(true)}>
          {t("Show all {n} customers", { n: rows.length })}
        </Button>
      ) : null}
    </div>
  );
}

function Name({ row }: { row: Row }) {
  const [first, second] = row.invoices;
  return (
    <div className="min-w-0 py-2 pr-4">
      <Link
        to="/contacts/$id"
        params={{ id: row.id }}
        className="block truncate font-semibold hover:underline"
      >
        {row.name}
      </Link>
      <span className="block truncate text-sm text-ink-3">
        {first && !second ? (
          <Money amount={first.amount_due} currency={first.currency} />
        ) : (
          t("{n} invoice | {n} invoices", { n: row.invoices.length || row.sends.length })
        )}
      </span>
    </div>
  );
}

/** Weeks, free days, today. */
function Ground({ weeks, holidays, today }: Omit<Props, "rows"> & { weeks: string[] }) {
  return (
    <div aria-hidden="true" className="absolute inset-0">
      {weeks.map((monday) => (
        <span
          key={monday}
          className="absolute inset-y-0 w-px bg-line"
          style={{ left: `${placeOf(monday, today)}%` }}
        />
      ))}
      {holidays
        .filter((free) => daysBetween(today, free.day) >= 0 && daysBetween(today, free.day) < DAYS)
        .map((free) => (
          <span
            key={free.id}
            className="absolute inset-y-0 -translate-x-1/2 bg-sunken"
            style={{ left: `${placeOf(free.day, today)}%`, width: `${100 / DAYS}%` }}
          />
        ))}
      <span className="absolute inset-y-0 left-0 w-0.5 bg-spark" />
    </div>
  );
}

type LineProps = {
  row: Row;
  today: string;
  chosen: string | null;
  onChoose: (key: string | null) => void;
};

function Line({ row, today, chosen, onChoose }: LineProps) {
  const { timezone } = useBusiness();
  return (
    <>
      {row.hold ? <Hatch row={row} today={today} /> : null}
      {row.dues.map((due) => (
        <At
          key={`due ${due}`}
          on={due}
          today={today}
          label={t("Due {day}", { day: day(due, today) })}
        >
          <span className="block h-7 w-0.5 bg-ink" />
        </At>
      ))}
      {row.promises.map((on) => (
        <At
          key={`promise ${on}`}
          on={on}
          today={today}
          label={t("Promised for {day}", { day: day(on, today) })}
        >
          <span className="block size-2.5 rotate-45 border-2 border-plan bg-surface" />
        </At>
      ))}
      {row.sends.map((invoice) =>
        invoice.scheduled_send_at ? (
          <At
            key={invoice.id}
            on={dayOf(invoice.scheduled_send_at, timezone)}
            today={today}
            label={t("{number} goes out {moment}", {
              number: invoice.invoice_number ?? invoice.number_preview ?? "",
              moment: moment(invoice.scheduled_send_at, timezone, today),
            })}
          >
            <span className="font-bold">→</span>
          </At>
        ) : null,
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys beside Tab, not instead of it */}
      <div onKeyDown={alongTheRow}>
        {row.messages.map((message) => (
          <Disc
            key={message.key}
            message={message}
            today={today}
            pressed={message.key === chosen}
            onPress={() => onChoose(message.key === chosen ? null : message.key)}
          />
        ))}
      </div>
    </>
  );
}

function alongTheRow(event: KeyboardEvent) {
  const step = { ArrowRight: "nextElementSibling", ArrowLeft: "previousElementSibling" } as const;
  const to = step[event.key as keyof typeof step];
  const next = to && (event.target as HTMLElement)[to];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

const spot = "absolute top-[26px] -translate-x-1/2 -translate-y-1/2";

function At({
  on,
  today,
  label,
  children,
}: {
  on: string;
  today: string;
  label: string;
  children: React.ReactNode;
}) {
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={spot}
      style={{ left: `${placeOf(on, today)}%` }}
    >
      {children}
    </span>
  );
}

function Disc({
  message,
  today,
  pressed,
  onPress,
}: {
  message: Message;
  today: string;
  pressed: boolean;
  onPress: () => void;
}) {
  const { timezone } = useBusiness();
  const [first, ...others] = message.reminders;
  return (
    <button
      type="button"
      aria-expanded={pressed}
      aria-label={`${stepName(first.step_key)}, ${first.contact_name}, ${moment(message.at, timezone, today)}`}
      onClick={onPress}
      className={cx(
        spot,
        "grid size-7 place-items-center rounded-full hover:bg-sunken",
        pressed && "outline-2 outline-focus",
      )}
      style={{ left: `${placeOf(dayOf(message.at, timezone), today)}%` }}
    >
      <ToneDisc tone={first.tone.toLowerCase()} className="size-[18px]" />
      {others.length ? (
        <span className="figures absolute -top-1.5 -right-1.5 grid size-4 place-items-center rounded-full bg-ink-2 text-[10px] font-bold text-surface">
          {others.length + 1}
        </span>
      ) : null}
    </button>
  );
}

/** From today until what holds ends, or to the end when nobody knows. */
function Hatch({ row, today }: { row: Row; today: string }) {
  if (!row.hold) return null;
  const { reminder, until } = row.hold;
  const words = holdWords(reminder.held_by ?? "");
  const width = until ? placeOf(until, today) : 100;
  return (
    <p
      title={words}
      className="hatched absolute top-[15px] left-0 h-[22px] overflow-hidden rounded-[3px] border border-line-2 whitespace-nowrap"
      style={{ width: `${width}%` }}
    >
      <span
        className={cx("bg-surface px-2 text-sm font-semibold text-ink-2", width < 40 && "sr-only")}
      >
        {words}
      </span>
    </p>
  );
}
