import { Link } from "@tanstack/react-router";
import { toneName } from "@/features/shared/chasing/ToneChoice";
import { sentence, telling } from "@/features/shared/reminderRules";
import { holdWords, stepName } from "@/features/shared/reminderWords";
import { useBusiness } from "@/features/tenants/api";
import { moment } from "@/lib/dates";
import { t } from "../locales";
import type { Row } from "./plan";

const cell = "px-3 py-2.5 text-left align-top first:pl-6 last:pr-6";

/** The plan in words and columns. */
export function PlanTable({ rows }: { rows: Row[] }) {
  const { timezone, today } = useBusiness();
  const lines = rows.flatMap((row) => [
    ...row.messages.flatMap((message) => message.reminders),
    ...(row.hold ? [row.hold.reminder] : []),
  ]);
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <thead className="bg-surface-2 text-xs text-ink-3">
          <tr>
            {[t("Customer"), t("Invoice"), t("Message"), t("Tone"), t("When"), t("Because")].map(
              (head) => (
                <th key={head} scope="col" className={cell}>
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((reminder) => (
            <tr key={reminder.id} className="border-t border-line">
              <th scope="row" className={`${cell} font-semibold`}>
                {reminder.contact_name}
              </th>
              <td className={cell}>
                <Link
                  to="/invoices/$id"
                  params={{ id: reminder.invoice_id }}
                  className="hover:underline"
                >
                  {reminder.invoice_number}
                </Link>
              </td>
              <td className={cell}>{stepName(reminder.step_key)}</td>
              <td className={cell}>{toneName(reminder.tone)}</td>
              <td className={`${cell} figures whitespace-nowrap`}>
                {reminder.held_by ? t("On hold") : moment(reminder.send_at, timezone, today)}
              </td>
              <td className={cell}>
                {reminder.held_by
                  ? holdWords(reminder.held_by)
                  : sentence(telling(reminder.reasons)?.words ?? "")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
