import { Because } from "@/components/ui/Because";
import type { Message } from "@/features/shared/messages";
import { t } from "./locales";

/** Why several invoices are in one message: said once, for all of them. */
export function TogetherBecause({ message }: { message: Message }) {
  const n = message.reminders.length;
  if (n < 2 || message.reminders[0].status === "SKIPPED") return null;
  return (
    <Because>
      {n === 2
        ? t("Both fall due for a reminder that day, so they share one.")
        : t("All {n} fall due for a reminder that day, so they share one.", { n })}
    </Because>
  );
}
