import { Banknote, Bell, House, ReceiptText, Settings, Users } from "lucide-react";

/** Where one can go, in the order of the navigation, and the keys that lead there. */
export const places = [
  { to: "/home", label: "Home", icon: House, keys: "g h" },
  { to: "/contacts", label: "Contacts", icon: Users, keys: "g c" },
  { to: "/invoices", label: "Invoices", icon: ReceiptText, keys: "g n" },
  { to: "/payments", label: "Payments", icon: Banknote, keys: "g p" },
  { to: "/reminders", label: "Reminders", icon: Bell, keys: "g r" },
  { to: "/settings", label: "Settings", icon: Settings, keys: "g s" },
] as const;
