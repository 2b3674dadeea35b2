import {
  Banknote,
  Bell,
  Building2,
  Database,
  Fingerprint,
  Hash,
  KeyRound,
  LockKeyhole,
  type LucideIcon,
  Percent,
  ScrollText,
  UserRound,
  UsersRound,
} from "lucide-react";
import { later } from "./locales";

export const sections = [
  {
    key: "business",
    label: later("Business"),
    about: later("Name, address, place, look"),
    icon: Building2,
  },
  {
    key: "numbering",
    label: later("Numbering"),
    about: later("What the next invoice is called"),
    icon: Hash,
  },
  {
    key: "tax-rates",
    label: later("Tax rates"),
    about: later("Rates to choose on an invoice"),
    icon: Percent,
  },
  {
    key: "payments",
    label: later("Payments"),
    about: later("Bank, M-PESA, cards"),
    icon: Banknote,
  },
  {
    key: "reminders",
    label: later("Reminders"),
    about: later("Policy, hours, free days, pause"),
    icon: Bell,
  },
  {
    key: "team",
    label: later("Team"),
    about: later("Who works here, and what they may do"),
    icon: UsersRound,
  },
  {
    key: "api-keys",
    label: later("API keys"),
    about: later("Let programs of your own in"),
    icon: KeyRound,
  },
  {
    key: "audit-log",
    label: later("Audit log"),
    about: later("Who did what, and when"),
    icon: ScrollText,
  },
  {
    key: "privacy",
    label: later("Privacy"),
    about: later("Copies of personal data, and erasing it"),
    icon: Fingerprint,
  },
  {
    key: "data",
    label: later("Data"),
    about: later("A copy of everything, in one file"),
    icon: Database,
  },
  {
    key: "security",
    label: later("Security"),
    about: later("Your password, your devices"),
    icon: LockKeyhole,
  },
  {
    key: "me",
    label: later("Me"),
    about: later("Name, language, theme, log out"),
    icon: UserRound,
  },
] as const satisfies { key: string; label: () => string; about: () => string; icon: LucideIcon }[];

export type Section = (typeof sections)[number];
