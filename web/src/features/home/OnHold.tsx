import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { remindersQuery } from "@/features/reminders/api";
import { ReminderBecause } from "@/features/shared/ReminderBecause";
import { rowsOf } from "@/lib/api/paging";
import { T, t } from "./locales";

const MOST = 3;

/** The customers whom nothing goes to for now, each once, and why. */
export function OnHold() {
  const held = useInfiniteQuery(remindersQuery({ status: "HELD", sort: "send_at" }));
  const customers = new Map((rowsOf(held.data) ?? []).map((row) => [row.contact_id, row]));
  if (customers.size === 0) return null;
  return (
    <ul aria-label={t("On hold")} className="border-t border-line">
      {[...customers.values()].slice(0, MOST).map((row) => (
        <li
          key={row.contact_id}
          className="grid grid-cols-[88px_minmax(0,1fr)] gap-x-4 border-b border-line px-5 py-4 last:border-0 max-tablet:grid-cols-1"
        >
          <b className="font-semibold">{t("On hold")}</b>
          <div className="min-w-0">
            <p className="mb-1">
              <T
                text="Nothing goes to {customer}"
                customer={
                  <Link
                    to="/contacts/$id"
                    params={{ id: row.contact_id }}
                    className="font-semibold hover:underline"
                  >
                    {row.contact_name}
                  </Link>
                }
              />
            </p>
            <ReminderBecause reminder={row} />
          </div>
        </li>
      ))}
    </ul>
  );
}
