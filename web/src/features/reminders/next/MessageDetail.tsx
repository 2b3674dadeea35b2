import { ReminderActs } from "@/features/shared/chasing/ReminderActs";
import type { Message } from "@/features/shared/messages";
import { ReminderBecause } from "@/features/shared/ReminderBecause";
import { channelName, stepName } from "@/features/shared/reminderWords";
import { useBusiness } from "@/features/tenants/api";
import { moment } from "@/lib/dates";
import { t } from "../locales";
import { TogetherBecause } from "../TogetherBecause";

/** What a chosen message is, why it goes then, and what may be done with it. */
export function MessageDetail({ message }: { message: Message }) {
  const { timezone, today } = useBusiness();
  const [first] = message.reminders;
  return (
    <div className="-mx-6 flex flex-col gap-2.5 border-t border-line bg-surface-2 py-4 pr-6 pl-[220px]">
      <p className="font-semibold">
        {t("{step} by {channel}, {moment}", {
          step: stepName(first.step_key),
          channel: channelName(first.channel),
          moment: moment(message.at, timezone, today),
        })}
      </p>
      <TogetherBecause message={message} />
      {message.reminders.map((reminder) => (
        <div key={reminder.id} className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <div className="min-w-64 grow basis-0">
            {message.reminders.length > 1 ? (
              <p className="text-sm font-semibold">
                {reminder.invoice_number}, {stepName(reminder.step_key).toLowerCase()}
              </p>
            ) : null}
            <ReminderBecause reminder={reminder} />
          </div>
          <ReminderActs reminder={reminder} />
        </div>
      ))}
    </div>
  );
}
