import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Because } from "@/components/ui/Because";
import { type Reminder, whyQuery } from "@/features/reminders/api";
import { useBusiness } from "@/features/tenants/api";
import { whyOf } from "./evidence";
import { evidenceOf, sentence, telling } from "./reminderRules";
import { holdWords } from "./reminderWords";

/** The rule that decided about a reminder; the whole chain of rules when somebody looks. */
export function ReminderBecause({ reminder }: { reminder: Reminder }) {
  const { timezone, today } = useBusiness();
  const [looked, setLooked] = useState(false);
  const why = useQuery({ ...whyQuery(reminder.id), enabled: looked });
  const decided = reminder.held_by
    ? holdWords(reminder.held_by)
    : sentence(telling(reminder.reasons)?.words ?? "");
  if (!decided) return null;
  return (
    <Because
      onOpen={() => setLooked(true)}
      evidence={why.data ? whyOf(why.data, timezone, today) : evidenceOf(reminder.reasons)}
    >
      {decided}
    </Because>
  );
}
