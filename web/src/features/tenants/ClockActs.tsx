import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { isApiError } from "@/lib/api/problem";
import { dayOf, instantOf, plusDays } from "@/lib/dates";
import { type Clock, useMoveClock } from "./api";
import { t } from "./locales";

/** A day is gone to in the morning, before anything of it is sent. */
const MORNING = "09:00";

/** One move may go so far. */
const MOST_DAYS = 400;

export function ClockActs({ clock, zone }: { clock: Clock; zone: string }) {
  const move = useMoveClock();
  const [day, setDay] = useState("");
  const today = dayOf(clock.now, zone);
  const field = isApiError(move.error) ? move.error.fieldMessage("to") : undefined;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        size="small"
        disabled={clock.next.length === 0 || move.isPending}
        onClick={() => move.mutate({ next_event: true })}
      >
        {t("Next event")}
      </Button>
      <Button size="small" disabled={move.isPending} onClick={() => move.mutate({ days: 7 })}>
        {t("+7 days")}
      </Button>
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (day) move.mutate({ to: instantOf(day, MORNING, zone) });
        }}
      >
        <input
          type="date"
          aria-label={t("Day to go to")}
          value={day}
          min={plusDays(today, 1)}
          max={plusDays(today, MOST_DAYS - 1)}
          onChange={(event) => setDay(event.target.value)}
          className="figures h-7 rounded-chip border border-edge bg-surface px-2 max-tablet:h-11"
        />
        <Button size="small" type="submit" disabled={!day || move.isPending}>
          {t("Go")}
        </Button>
      </form>
      {move.isError ? (
        <p role="alert" className="basis-full text-late">
          {field ?? move.error.message}
        </p>
      ) : null}
    </div>
  );
}
