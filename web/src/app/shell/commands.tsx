import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LifeBuoy, LogOut, Moon, Plus, ReceiptText, Sun, UserPlus, Users } from "lucide-react";
import type { ReactNode } from "react";
import { Monogram } from "@/components/ui/Monogram";
import { meQuery, useMay } from "@/features/accounts/api";
import { type ContactLine, contactSearchQuery } from "@/features/contacts/api";
import type { Invoice } from "@/features/invoices/api";
import { InvoiceStatus, numberOf } from "@/features/shared/invoiceStatus";
import { useBusiness } from "@/features/tenants/api";
import { type Recent, recent, remember } from "@/lib/recent";
import { chooseTheme, useTheme } from "@/lib/theme";
import { useDebounced } from "@/lib/useDebounced";
import { t } from "../locales";
import { useAnswer } from "./answer";
import { logOut } from "./logOut";
import { places } from "./places";
import { invoiceSearchQuery } from "./search";

export type Command = {
  key: string;
  icon?: ReactNode;
  /** What is compared with the word, and shown. */
  label: string;
  /** Below the label: the reason of an answer. */
  because?: string;
  /** At the right: what kind of thing it is, or where it stands. */
  hint?: ReactNode;
  keys?: string;
  /** From the server for an earlier word; not to be run by mistake. */
  isOld?: boolean;
  run: () => void;
};

export type Section = {
  title: string;
  /** Its title need not be seen. */
  isPlain?: boolean;
  commands: Command[];
};

const PAUSE_MILLIS = 150;
const CONTACTS = 4;
const icon = "size-4";

const fits = (label: string, word: string) =>
  word
    .toLowerCase()
    .split(/\s+/)
    .every((part) => label.toLowerCase().includes(part));

/** Everything that can be done or reached, narrowed to a word: answers, then acts, then places. */
export function useCommands(word: string, onCreate: () => void) {
  const business = useBusiness();
  const navigate = useNavigate();
  const asked = useDebounced(word, PAUSE_MILLIS);
  const contacts = useQuery({ ...contactSearchQuery(asked), enabled: asked !== "" });
  const invoices = useQuery({ ...invoiceSearchQuery(asked), enabled: asked !== "" });
  const mayInvoice = useMay("WRITE_DOCUMENTS");
  const mayAdd = useMay("WRITE_CONTACTS");
  const isStaff = useSuspenseQuery(meQuery).data.platform_role === "ADMIN";
  const isWaiting = (query: { isPlaceholderData: boolean; isPending: boolean }) =>
    word !== "" && (asked !== word || query.isPlaceholderData || query.isPending);
  const people = word ? (contacts.data ?? []).slice(0, CONTACTS) : [];
  const papers = word ? (invoices.data ?? []) : [];
  const oldPeople = isWaiting(contacts);
  const oldPapers = isWaiting(invoices);

  function open(item: Recent) {
    remember(business.id, item);
    void navigate({
      to: item.kind === "contact" ? "/contacts/$id" : "/invoices/$id",
      params: { id: item.id },
    });
  }
  const openContact = (contact: ContactLine) =>
    open({ kind: "contact", id: contact.id, label: contact.display_name });

  const answer = useAnswer(oldPeople ? undefined : people[0], openContact);
  const dark = useTheme() === "dark";

  const acts: Command[] = [
    ...(mayInvoice
      ? people.slice(0, 2).map((contact) => ({
          key: `invoice ${contact.id}`,
          icon: <ReceiptText className={icon} />,
          label: t("New invoice for {name}", { name: contact.display_name }),
          isOld: oldPeople,
          run: () =>
            void navigate({
              to: ".",
              search: (now) => ({ ...now, draft: "new", contact: contact.id }),
            }),
        }))
      : []),
    ...[
      {
        key: "new-invoice",
        icon: <Plus className={icon} />,
        label: t("New invoice"),
        keys: "c",
        run: onCreate,
        may: mayInvoice,
      },
      {
        key: "new-contact",
        icon: <UserPlus className={icon} />,
        label: t("New contact"),
        run: () => void navigate({ to: "/contacts", search: { new: "contact" } }),
        may: mayAdd,
      },
      {
        key: "theme",
        icon: dark ? <Sun className={icon} /> : <Moon className={icon} />,
        label: dark ? t("Switch to light") : t("Switch to dark"),
        run: () => chooseTheme(dark ? "light" : "dark"),
        may: true,
      },
      {
        key: "log-out",
        icon: <LogOut className={icon} />,
        label: t("Log out"),
        run: () => void logOut(),
        may: true,
      },
    ]
      .filter((act) => act.may && fits(act.label, word))
      .map(({ may: _, ...act }) => act),
  ];

  const reached: Command[] = [
    ...people.map((contact) => ({
      key: contact.id,
      icon: <Monogram name={contact.display_name} />,
      label: contact.display_name,
      hint: t("Contact"),
      isOld: oldPeople,
      run: () => openContact(contact),
    })),
    ...papers.map((invoice) => ({
      key: invoice.id,
      icon: <ReceiptText className={icon} />,
      label: nameOf(invoice),
      hint: <InvoiceStatus invoice={invoice} />,
      isOld: oldPapers,
      run: () => open({ kind: "invoice", id: invoice.id, label: nameOf(invoice) }),
    })),
    ...places
      .map((place) => ({ ...place, label: place.label() }))
      .filter((place) => fits(place.label, word))
      .map(({ to, label, icon: Icon, keys }) => ({
        key: to,
        icon: <Icon className={icon} strokeWidth={1.75} />,
        label,
        keys,
        run: () => void navigate({ to }),
      })),
    ...[
      {
        key: "/ops/reliability",
        icon: <LifeBuoy className={icon} strokeWidth={1.75} />,
        label: t("Reliability of the platform"),
        run: () => void navigate({ to: "/ops/reliability" }),
      },
    ].filter((place) => isStaff && fits(place.label, word)),
  ];

  const lately: Command[] = word
    ? []
    : recent(business.id).map((item) => ({
        key: `recent ${item.id}`,
        icon:
          item.kind === "contact" ? <Users className={icon} /> : <ReceiptText className={icon} />,
        label: item.label,
        run: () => open(item),
      }));

  const sections: Section[] = [
    { title: t("Answers"), isPlain: true, commands: answer ? [answer] : [] },
    { title: t("Recent"), commands: lately },
    { title: t("Do"), commands: acts },
    { title: t("Go to"), commands: reached },
  ];
  return {
    sections: sections.filter((section) => section.commands.length > 0),
    isWaiting: oldPeople || oldPapers,
    error: contacts.error ?? invoices.error,
  };
}

const nameOf = (invoice: Invoice) =>
  invoice.contact_name ? `${numberOf(invoice)}, ${invoice.contact_name}` : numberOf(invoice);
