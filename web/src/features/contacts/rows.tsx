import type { Column } from "@/components/ui/DataTable";
import { Money } from "@/components/ui/Money";
import { Monogram } from "@/components/ui/Monogram";
import { day } from "@/lib/dates";
import { isZero } from "@/lib/money";
import type { ContactLine } from "./api";
import { PaysPill } from "./words";

const Owed = ({ contact }: { contact: ContactLine }) => (
  <Money
    amount={contact.outstanding_balance}
    currency={contact.currency}
    className={isZero(contact.outstanding_balance) ? "text-ink-3" : "font-semibold"}
  />
);

const reach = (contact: ContactLine) => contact.email ?? contact.phone ?? "No address";

export const contactColumns = (today: string): Column<ContactLine>[] => [
  {
    key: "name",
    header: "Name",
    sort: "name",
    cell: (contact) => (
      <span className="flex items-center gap-2.5">
        <Monogram name={contact.display_name} />
        <span className="truncate">
          {contact.display_name}
          {contact.company_name && contact.company_name !== contact.display_name ? (
            <span className="font-normal text-ink-3">, {contact.company_name}</span>
          ) : null}
        </span>
      </span>
    ),
  },
  {
    key: "reach",
    header: "Reached by",
    width: 240,
    wide: true,
    cell: (contact) => (
      <span className="block truncate text-sm text-ink-2" title={reach(contact)}>
        {reach(contact)}
      </span>
    ),
  },
  {
    key: "pays",
    header: "Pays",
    width: 150,
    cell: (contact) => (
      <PaysPill status={contact.payment_status} billed={Boolean(contact.last_invoice_date)} />
    ),
  },
  {
    key: "last",
    header: "Last billed",
    sort: "last_invoice_date",
    width: 130,
    cell: (contact) => (
      <span className="figures whitespace-nowrap text-ink-2">
        {contact.last_invoice_date ? day(contact.last_invoice_date, today) : null}
      </span>
    ),
  },
  {
    key: "owed",
    header: "Owed",
    sort: "outstanding_balance",
    width: 170,
    align: "right",
    cell: (contact) => <Owed contact={contact} />,
  },
];

/** Three lines: name and what is owed; how to reach them; how they pay. */
export function ContactCard({ contact, today }: { contact: ContactLine; today: string }) {
  return (
    <>
      <span className="flex justify-between gap-3">
        <b className="truncate font-semibold">{contact.display_name}</b>
        <Owed contact={contact} />
      </span>
      <span className="mt-0.5 block truncate text-sm text-ink-3">{reach(contact)}</span>
      <span className="mt-2.5 flex items-center justify-between gap-3">
        <PaysPill status={contact.payment_status} billed={Boolean(contact.last_invoice_date)} />
        {contact.last_invoice_date ? (
          <span className="text-sm text-ink-2">Billed {day(contact.last_invoice_date, today)}</span>
        ) : null}
      </span>
    </>
  );
}
