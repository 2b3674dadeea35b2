import { useQuery } from "@tanstack/react-query";
import type { ContactLine } from "@/features/contacts/api";
import { holdWords, stepName } from "@/features/shared/reminderWords";
import { useBusiness } from "@/features/tenants/api";
import { moment } from "@/lib/dates";
import { isZero } from "@/lib/money";
import { t } from "../locales";
import type { Command } from "./commands";
import { nextToContactQuery } from "./search";

/** The question that a customer's name most likely stands for, with its answer. */
export function useAnswer(
  contact: ContactLine | undefined,
  open: (contact: ContactLine) => void,
): Command | null {
  const { timezone, today } = useBusiness();
  const next = useQuery({
    ...nextToContactQuery(contact?.id ?? ""),
    enabled: contact !== undefined,
  });
  if (!contact?.last_invoice_date || next.data === undefined) return null;
  const reminder = next.data;
  const asked = t("Why was nothing sent to {name}?", { name: contact.display_name });
  const base = { key: `why ${contact.id}`, label: asked, run: () => open(contact) };
  if (reminder?.held_by) return { ...base, because: holdWords(reminder.held_by) };
  if (reminder) {
    const what = stepName(reminder.step_key);
    return {
      ...base,
      because: t("Its day has not come. {what}: {moment}.", {
        what,
        moment: moment(reminder.send_at, timezone, today),
      }),
    };
  }
  return {
    ...base,
    because:
      isZero(contact.outstanding_balance) && contact.other_balances.length === 0
        ? t("Nothing is owed.")
        : t("No reminder is left to send. Their page shows which went out."),
  };
}
