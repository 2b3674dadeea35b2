import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/Card";
import { Money } from "@/components/ui/Money";
import { useBusiness } from "@/features/tenants/api";
import { day, dayOf } from "@/lib/dates";
import { countryName } from "@/lib/places";
import type { Contact } from "./api";
import { t } from "./locales";
import { labelOf, methods, termsOf, whyNot } from "./words";

const link =
  "max-tablet:inline-flex max-tablet:min-h-11 max-tablet:items-center underline decoration-line-2 underline-offset-3 hover:decoration-current";

/** How they are reached and what was agreed; only what is known. */
export function Details({ contact }: { contact: Contact }) {
  const address = [
    contact.address_line1,
    contact.address_line2,
    [contact.postal_code, contact.city].filter(Boolean).join(" "),
    contact.region,
    contact.country ? countryName(contact.country) : null,
  ].filter(Boolean);
  const facts: { label: string; value: ReactNode }[] = [
    { label: t("E-mail"), value: mails(contact) },
    { label: t("Phone"), value: phones(contact) },
    { label: t("Address"), value: address.length ? address.join(", ") : null },
    { label: t("Time to pay"), value: termsOf(contact) },
    {
      label: t("Usually pays by"),
      value: contact.preferred_payment_method
        ? labelOf(methods(), contact.preferred_payment_method)
        : null,
    },
    { label: t("Time zone"), value: contact.timezone?.replaceAll("_", " ") },
    { label: t("Line of business"), value: contact.business_type },
    { label: t("Tax number"), value: contact.tax_id },
    { label: t("Tags"), value: contact.tags?.join(", ") },
    { label: t("Code"), value: contact.code },
  ];
  return (
    <Card title={t("Details")}>
      <dl className="flex flex-col gap-3">
        {facts
          .filter((fact) => fact.value)
          .map((fact) => (
            <div key={fact.label}>
              <dt className="text-xs text-ink-3">{fact.label}</dt>
              <dd className="[overflow-wrap:anywhere]">{fact.value}</dd>
            </div>
          ))}
      </dl>
      {contact.suppressions.map((one) => (
        <p
          key={one.channel}
          className="mt-4 rounded-control bg-late-bg px-3 py-2 text-sm text-late"
        >
          {whyNot(one)}
        </p>
      ))}
      {contact.notes ? (
        <p className="mt-4 border-t border-line pt-4 text-sm whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">
          {contact.notes}
        </p>
      ) : null}
    </Card>
  );
}

function mails({ email, secondary_email }: Contact) {
  const all = [email, secondary_email].filter((one) => one != null);
  return all.length
    ? all.map((one) => (
        <a key={one} href={`mailto:${one}`} className={`tablet:block ${link}`}>
          {one}
        </a>
      ))
    : null;
}

function phones({ phone, secondary_phone }: Contact) {
  const all = [phone, secondary_phone].filter((one) => one != null);
  return all.length
    ? all.map((one) => (
        <a key={one} href={`tel:${one}`} className={`figures tablet:block ${link}`}>
          {one}
        </a>
      ))
    : null;
}

export function Payments({ contact }: { contact: Contact }) {
  const { timezone, today } = useBusiness();
  return (
    <Card title={t("Payments")}>
      {contact.recent_payments.length ? (
        <ul className="flex flex-col gap-2.5 max-tablet:gap-0">
          {contact.recent_payments.map((payment) => (
            <li
              key={payment.id}
              className="flex items-baseline justify-between gap-3 max-tablet:items-center"
            >
              <Link
                to="/payments"
                search={{ payment: payment.id }}
                className={`text-ink-2 ${link}`}
              >
                {payment.paid_at ? day(dayOf(payment.paid_at, timezone), today) : t("Not dated")}
              </Link>
              <Money
                amount={payment.amount}
                currency={payment.currency}
                className="font-semibold text-paid"
              />
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">{t("No payment yet.")}</p>
      )}
    </Card>
  );
}
