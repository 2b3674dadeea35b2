import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Because } from "@/components/ui/Because";
import { holdWords } from "@/features/invoices/words";
import { type Reminder, whyQuery } from "./api";
import { evidenceOf, sentence } from "./words";

/** The rule that decided about a reminder; the whole chain of rules when somebody looks. */
export function ReminderBecause({ reminder }: { reminder: Reminder }) {
  const [looked, setLooked] = useState(false);
  const why = useQuery({ ...whyQuery(reminder.id), enabled: looked });
  const decided = reminder.held_by
    ? holdWords(reminder.held_by)
    : reminder.reasons.at(-1) && sentence(reminder.reasons.at(-1)?.words ?? "");
  if (!decided) return null;
  const evidence = evidenceOf(why.data?.evidence ?? reminder.reasons);
  return (
    <Because
      onOpen={() => setLooked(true)}
      evidence={why.data ? [...evidence, { label: "In all", value: why.data.sentence }] : evidence}
    >
      {decided}
    </Because>
  );
}
