import { Banknote, Bell, House, ReceiptText, Settings, Users } from "lucide-react";
import { later } from "../locales";

/** Where one can go, in the order of the navigation, and the keys that lead there. */
export const places = [
  { to: "/home", label: later("Home"), icon: House, keys: "g h" },
  { to: "/contacts", label: later("Contacts"), icon: Users, keys: "g c" },
  { to: "/invoices", label: later("Invoices"), icon: ReceiptText, keys: "g n" },
  { to: "/payments", label: later("Payments"), icon: Banknote, keys: "g p" },
  { to: "/reminders", label: later("Reminders"), icon: Bell, keys: "g r" },
  { to: "/settings", label: later("Settings"), icon: Settings, keys: "g s" },
] as const;
