import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, ButtonLink } from "@/components/ui/Button";
import { type Column, DataTable } from "@/components/ui/DataTable";
import { FilterBar, FilterChoice } from "@/components/ui/FilterChip";
import { Money } from "@/components/ui/Money";
import { Empty, Failure } from "@/components/ui/States";
import { methodName, providers } from "@/features/shared/paymentWords";
import { useBusiness } from "@/features/tenants/api";
import { rowsOf, totalOf } from "@/lib/api/paging";
import { moment } from "@/lib/dates";
import { usePageTitle } from "@/lib/usePageTitle";
import { type Filter, type Payment, paymentsQuery } from "./api";
import { t } from "./locales";
import { PaymentDrawer } from "./PaymentDrawer";
import { PaymentStatus, statuses } from "./words";

/** Money that came in, or tried to. */
export function PaymentsPage() {
  usePageTitle(t("Payments"));
  const { payment, ...search } = useSearch({ from: "/business/payments" });
  // what somebody mistyped in the address is none
  const status = statuses().find(({ key }) => key === search.status)?.key;
  const provider = providers().find(({ key }) => key === search.provider)?.key;
  const navigate = useNavigate({ from: "/payments" });
  const { timezone, today } = useBusiness();
  const filter: Filter = { ...(status ? { status } : {}), ...(provider ? { provider } : {}) };
  const found = useInfiniteQuery(paymentsQuery(filter));

  const set = (name: "status" | "provider", value: string | undefined) =>
    void navigate({
      search: ({ [name]: _, ...now }) => (value ? { ...now, [name]: value } : now),
      replace: true,
    });
  const open = (row: Payment) =>
    void navigate({ search: (now) => ({ ...now, payment: row.id }), resetScroll: false });
  const close = () =>
    void navigate({ search: ({ payment: _, ...now }) => now, resetScroll: false });

  return (
    <div className="max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-28">
      <h1 className="text-2xl font-bold tracking-[-0.022em]">{t("Payments")}</h1>
      <FilterBar>
        <FilterChoice
          label={t("Status")}
          options={statuses()}
          chosen={status}
          onChoose={(key) => set("status", key)}
        />
        <FilterChoice
          label={t("Paid by")}
          options={providers()}
          chosen={provider}
          onChoose={(key) => set("provider", key)}
        />
      </FilterBar>
      {found.error && !found.data ? (
        <Failure
          error={found.error}
          what={t("The list did not load. Your payments are safe.")}
          retry={() => void found.refetch()}
        />
      ) : (
        <DataTable
          label={t("Payments")}
          columns={columns(timezone, today)}
          rows={rowsOf(found.data)}
          rowKey={(row) => row.id}
          onOpen={open}
          card={(row) => <PaymentCard payment={row} zone={timezone} today={today} />}
          more={found}
          total={totalOf(found.data)}
          stale={found.isPlaceholderData}
          empty={
            status || provider ? (
              <Empty title={t("No payment fits.")}>
                <Button onClick={() => void navigate({ search: {} })}>
                  {t("Show all @payments")}
                </Button>
              </Empty>
            ) : (
              <Empty
                title={t(
                  "No payment yet. When a customer pays, or you record what came in another way, it stands here.",
                )}
              >
                <ButtonLink to="/invoices">{t("Go to invoices")}</ButtonLink>
              </Empty>
            )
          }
        />
      )}
      {payment ? <PaymentDrawer key={payment} id={payment} onClose={close} /> : null}
    </div>
  );
}

const when = (payment: Payment, zone: string, today: string) =>
  payment.paid_at ? moment(payment.paid_at, zone, today) : t("Not yet");

const Amount = ({ payment }: { payment: Payment }) => (
  <Money
    amount={payment.amount}
    currency={payment.currency}
    className={payment.status === "SUCCEEDED" ? "font-semibold" : "text-ink-3"}
  />
);

const columns = (zone: string, today: string): Column<Payment>[] => [
  {
    key: "when",
    header: t("Received @day"),
    width: 190,
    cell: (payment) => <span className="figures">{when(payment, zone, today)}</span>,
  },
  {
    key: "customer",
    header: t("From @who"),
    cell: (payment) => (
      <>
        <span className="block truncate font-medium">{payment.contact_name}</span>
        <span className="figures block truncate text-xs text-ink-3">{payment.invoice_number}</span>
      </>
    ),
  },
  {
    key: "method",
    header: t("Paid by"),
    cell: (payment) => (
      <>
        <span className="block truncate">{methodName(payment)}</span>
        {payment.provider_payment_id ? (
          <span className="block truncate text-xs text-ink-3">{payment.provider_payment_id}</span>
        ) : null}
      </>
    ),
  },
  {
    key: "status",
    header: t("Status"),
    width: 160,
    cell: (payment) => <PaymentStatus payment={payment} />,
  },
  {
    key: "note",
    header: t("Note @payment"),
    wide: true,
    cell: (payment) => <span className="block truncate text-sm text-ink-2">{payment.note}</span>,
  },
  {
    key: "amount",
    header: t("Amount"),
    width: 170,
    align: "right",
    cell: (payment) => <Amount payment={payment} />,
  },
];

type CardProps = { payment: Payment; zone: string; today: string };

const PaymentCard = ({ payment, zone, today }: CardProps) => (
  <>
    <span className="flex justify-between gap-3">
      <b className="truncate font-semibold">{payment.contact_name}</b>
      <Amount payment={payment} />
    </span>
    <span className="mt-0.5 block truncate text-sm text-ink-3">
      {[payment.invoice_number, methodName(payment)].filter(Boolean).join(", ")}
    </span>
    <span className="mt-2.5 flex items-center justify-between gap-3">
      <PaymentStatus payment={payment} />
      <span className="figures text-sm text-ink-2">{when(payment, zone, today)}</span>
    </span>
  </>
);
