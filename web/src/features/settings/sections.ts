import { Banknote, Bell, Building2, Hash, type LucideIcon, Percent, UserRound } from "lucide-react";

export const sections = [
  { key: "business", label: "Business", about: "Name, address, place, look", icon: Building2 },
  { key: "numbering", label: "Numbering", about: "What the next invoice is called", icon: Hash },
  { key: "tax-rates", label: "Tax rates", about: "Rates to choose on an invoice", icon: Percent },
  { key: "payments", label: "Payments", about: "Bank, M-PESA, cards", icon: Banknote },
  { key: "reminders", label: "Reminders", about: "Policy, hours, free days, pause", icon: Bell },
  { key: "me", label: "Me", about: "Name, language, theme, log out", icon: UserRound },
] as const satisfies { key: string; label: string; about: string; icon: LucideIcon }[];

export type Section = (typeof sections)[number];
