import type { Reminder } from "@/features/reminders/api";
import { later, t } from "./locales";

const steps: Record<string, () => string> = {
  PRE_3: later("Friendly note"),
  REMINDER_1: later("First reminder"),
  REMINDER_2: later("Second reminder"),
  FINAL: later("Final reminder"),
};

const channels: Record<Reminder["channel"], () => string> = {
  EMAIL: later("e-mail"),
  SMS: later("SMS"),
  WHATSAPP: later("WhatsApp"),
};

const holds: Record<string, () => string> = {
  DISPUTED: later("The customer disputes it. Reminders wait until that is settled."),
  SWITCHED_OFF: later("Reminders are switched off."),
  CONTACT: later("This customer gets no reminders."),
  PAUSED: later("Reminders are paused."),
  PROMISED: later("The customer promised to pay. Reminders wait until the day after."),
  PAYMENT_PENDING: later("A payment is on its way. Reminders wait for it."),
  ASKED: later("It was missed. You decide whether it still goes."),
};

export const stepName = (key: string) =>
  steps[key]?.() ?? (key.startsWith("MANUAL") ? t("Reminder by hand") : t("Another reminder"));

export const channelName = (channel: Reminder["channel"]) => channels[channel]();

export const holdWords = (by: string) => holds[by]?.() ?? t("Reminders wait.");
