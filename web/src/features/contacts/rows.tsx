import type { Column } from "@/components/ui/DataTable";
import { Money } from "@/components/ui/Money";
import { Monogram } from "@/components/ui/Monogram";
import { day } from "@/lib/dates";
import { isZero } from "@/lib/money";
import type { ContactLine } from "./api";
import { t } from "./locales";
import { PaysPill } from "./words";

/** Each currency by itself; a zero only for who owes nothing at all. */
function Owed({ contact }: { contact: ContactLine }) {
  const others = contact.other_balances;
  const owed = isZero(contact.outstanding_balance) && others.length ? others : [contact, ...others];
  return (
    <span className="inline-flex flex-col items-end">
      {owed.map((sum) => (
        <Money
          key={sum.currency}
          amount={sum.outstanding_balance}
          currency={sum.currency}
          className={isZero(sum.outstanding_balance) ? "text-ink-3" : "font-semibold"}
        />
      ))}
    </span>
  );
}

const reach = (contact: ContactLine) => contact.email ?? contact.phone ?? t("No address");

export const contactColumns = (today: string): Column<ContactLine>[] => [
  {
    key: "name",
    header: t("Name"),
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
    header: t("Reached by"),
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
    header: t("Pays"),
    width: 150,
    cell: (contact) => (
      <PaysPill status={contact.payment_status} billed={Boolean(contact.last_invoice_date)} />
    ),
  },
  {
    key: "last",
    header: t("Last billed"),
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
    header: t("Owed"),
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
          <span className="text-sm text-ink-2">
            {t("Billed {day}", { day: day(contact.last_invoice_date, today) })}
          </span>
        ) : null}
      </span>
    </>
  );
}

/** Two lines, beside a contact. */
export function ContactLineCard({ contact }: { contact: ContactLine }) {
  return (
    <>
      <span className="flex items-baseline justify-between gap-3">
        <b className="truncate font-semibold">{contact.display_name}</b>
        <Owed contact={contact} />
      </span>
      <span className="mt-1 flex items-center justify-between gap-3">
        <span className="truncate text-sm text-ink-3">{reach(contact)}</span>
        <PaysPill status={contact.payment_status} billed={Boolean(contact.last_invoice_date)} />
      </span>
    </>
  );
}
