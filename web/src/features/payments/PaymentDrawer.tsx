import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { Drawer } from "@/components/ui/Sheet";
import { Skeleton } from "@/components/ui/Skeleton";
import { Failure } from "@/components/ui/States";
import { invoiceQuery } from "@/features/invoices/api";
import { numberOf } from "@/features/shared/invoiceStatus";
import { methodName, providerName } from "@/features/shared/paymentWords";
import { useBusiness } from "@/features/tenants/api";
import { moment } from "@/lib/dates";
import { isZero } from "@/lib/money";
import { type Payment, paymentQuery, useReceipt } from "./api";
import { later, t } from "./locales";
import { PaymentStatus } from "./words";

const link =
  "font-semibold underline decoration-line-2 underline-offset-3 hover:decoration-current";

/** One payment: what it was for, how it went, its receipt. */
export function PaymentDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const found = useQuery(paymentQuery(id));
  const receipt = useReceipt();
  const payment = found.data;
  const arrived = payment?.paid_at != null;
  return (
    <Drawer
      open
      narrow
      onClose={onClose}
      title={t("Payment")}
      beside={payment ? <PaymentStatus payment={payment} /> : null}
      foot={
        arrived ? (
          <>
            <span role="alert" className="grow text-sm text-late">
              {receipt.error?.message}
            </span>
            <Button
              icon={<Download className="size-4" />}
              busy={receipt.isPending}
              onClick={() => receipt.mutate(id)}
            >
              {t("Receipt")}
            </Button>
          </>
        ) : null
      }
    >
      {payment ? (
        <Detail payment={payment} />
      ) : found.error ? (
        <Failure
          error={found.error}
          what={t("The payment did not load. It is safe.")}
          retry={() => void found.refetch()}
        />
      ) : (
        <div
          role="status"
          aria-label={t("Loading")}
          className="flex flex-col gap-6 p-6 max-tablet:p-4"
        >
          <Skeleton className="h-8 w-56" />
          <Skeleton className="w-40" />
          <Skeleton className="w-64" />
        </div>
      )}
    </Drawer>
  );
}

function Detail({ payment }: { payment: Payment }) {
  const { timezone, today } = useBusiness();
  const invoice = useQuery(invoiceQuery(payment.invoice_id)).data;
  return (
    <div className="flex flex-col gap-6 p-6 max-tablet:p-4">
      <Money
        amount={payment.amount}
        currency={payment.currency}
        className="text-3xl font-bold tracking-[-0.02em]"
      />
      {payment.reconciliation_state === "EXCEPTION" ? (
        <Notice tone="late" title={t("This payment needs a look.")}>
          {payment.exception_reason ? `${payment.exception_reason}. ` : null}
          {t("It does not count for the invoice.")}
        </Notice>
      ) : payment.unapplied ? (
        <Notice title={t("It pays no invoice.")}>
          {t("The invoice was void when the money came.")}
        </Notice>
      ) : null}
      <dl className="grid grid-cols-[140px_minmax(0,1fr)] gap-x-4 gap-y-3 max-tablet:grid-cols-[110px_minmax(0,1fr)]">
        <Fact label={t("For")}>
          <Link to="/invoices/$id" params={{ id: payment.invoice_id }} className={link}>
            {invoice ? numberOf(invoice) : t("The invoice")}
          </Link>
        </Fact>
        {invoice?.contact_name ? (
          <Fact label={t("From @who")}>
            <Link to="/contacts/$id" params={{ id: invoice.contact_id }} className={link}>
              {invoice.contact_name}
            </Link>
          </Fact>
        ) : null}
        <Fact label={t("Received @day")}>
          {payment.paid_at ? moment(payment.paid_at, timezone, today) : t("Not yet")}
        </Fact>
        <Fact label={t("Paid by")}>{methodName(payment)}</Fact>
        {methodName(payment) === providerName(payment.provider) ? null : (
          <Fact label={t("Through")}>{providerName(payment.provider)}</Fact>
        )}
        {payment.provider_payment_id ? (
          <Fact label={t("Reference")}>{payment.provider_payment_id}</Fact>
        ) : null}
        {isZero(payment.refunded) ? null : (
          <Fact label={t("Refunded @sum")}>
            <Money amount={payment.refunded} currency={payment.currency} />
          </Fact>
        )}
        {payment.note ? <Fact label={t("Note @payment")}>{payment.note}</Fact> : null}
      </dl>
      {payment.attempts?.length ? <Attempts payment={payment} /> : null}
    </div>
  );
}

const methods: Record<string, () => string> = {
  STRIPE_CHECKOUT: later("Card page of Stripe"),
  STRIPE_LINK: later("Payment link of Stripe"),
  MPESA_STK: later("M-PESA request to the phone"),
};

const outcomes: Record<string, () => string> = {
  INITIATED: later("begun"),
  SUCCESS: later("paid"),
  FAILED: later("not completed"),
  EXPIRED: later("ran out of time"),
};

/** The exchanges with the provider that led to it. */
function Attempts({ payment }: { payment: Payment }) {
  const { timezone, today } = useBusiness();
  return (
    <section>
      <h3 className="mb-2 text-lg font-semibold tracking-[-0.01em]">{t("Attempts")}</h3>
      <ul className="rounded-card border border-line">
        {payment.attempts?.map((attempt) => (
          <li
            key={attempt.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-3 last:border-0"
          >
            <span className="figures">
              {attempt.created_at ? moment(attempt.created_at, timezone, today) : t("Not dated")}
            </span>
            <span className="grow text-sm text-ink-2">
              {t("{method}, {outcome}", {
                method: methods[attempt.method]?.() ?? attempt.method,
                outcome: outcomes[attempt.status]?.() ?? attempt.status,
              })}
            </span>
            <Money amount={attempt.amount} currency={payment.currency} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-3">{label}</dt>
    <dd className="[overflow-wrap:anywhere] whitespace-pre-line">{children}</dd>
  </>
);
