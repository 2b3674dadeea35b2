import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Banknote, Ellipsis, Link2, Pencil, Send } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Menu, MenuItem, MenuLine } from "@/components/ui/Menu";
import { Money } from "@/components/ui/Money";
import { Skeleton } from "@/components/ui/Skeleton";
import { Failure } from "@/components/ui/States";
import { StatusPill } from "@/components/ui/StatusPill";
import { Story } from "@/components/ui/Story";
import { toast } from "@/components/ui/Toasts";
import { useBusiness } from "@/features/tenants/api";
import { isApiError } from "@/lib/api/problem";
import { day, untilDue } from "@/lib/dates";
import { isZero } from "@/lib/money";
import { usePageTitle } from "@/lib/usePageTitle";
import {
  deliveriesQuery,
  type Invoice,
  invoiceQuery,
  paymentsQuery,
  remindersQuery,
  useAct,
  usePortalLink,
} from "./api";
import { CloseDialog } from "./CloseDialog";
import { DeliveryNotice } from "./DeliveryNotice";
import { DocumentCard } from "./DocumentCard";
import { RecordPaymentDialog } from "./RecordPaymentDialog";
import { SendDialog } from "./SendDialog";
import { InvoiceStatus, isOpen, may, numberOf } from "./status";
import { storyOf } from "./story";

type Open = "send" | "payment" | "void" | "write-off" | null;

export function InvoicePage() {
  const { id } = useParams({ from: "/business/invoices/$id" });
  const found = useQuery(invoiceQuery(id));
  usePageTitle(found.data && numberOf(found.data));
  if (found.error && !found.data) {
    return (
      <Failure
        error={found.error}
        what="The invoice did not load."
        retry={() => void found.refetch()}
      />
    );
  }
  if (!found.data) return <Loading />;
  return (
    <Detail key={id} invoice={found.data} stale={found.isRefetchError || found.failureCount > 0} />
  );
}

function Detail({ invoice, stale }: { invoice: Invoice; stale: boolean }) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <article className="max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-28">
      <Head invoice={invoice} onOpen={setOpen} />
      {stale ? (
        <p role="status" className="mb-4 rounded-control bg-plan-bg px-4 py-2.5 text-plan">
          The server cannot be reached just now. This is what was last known; it is asked again.
        </p>
      ) : null}
      <DeliveryNotice invoice={invoice} onSend={() => setOpen("send")} />
      <Figures invoice={invoice} />
      <div className="mt-8 grid gap-8 desk:grid-cols-[minmax(0,1fr)_296px]">
        <InvoiceStory invoice={invoice} />
        <aside className="flex flex-col gap-5">
          <DocumentCard invoice={invoice} />
          <Sum invoice={invoice} />
        </aside>
      </div>
      {open === "send" ? <SendDialog invoice={invoice} onClose={close} /> : null}
      {open === "payment" ? <RecordPaymentDialog invoice={invoice} onClose={close} /> : null}
      {open === "void" || open === "write-off" ? (
        <CloseDialog invoice={invoice} how={open} onClose={close} />
      ) : null}
    </article>
  );
}

function Head({ invoice, onOpen }: { invoice: Invoice; onOpen: (what: Open) => void }) {
  const navigate = useNavigate();
  const link = usePortalLink();
  const edit = () => void navigate({ to: ".", search: (now) => ({ ...now, draft: invoice.id }) });

  const copyLink = () =>
    link.mutate(invoice.id, {
      onSuccess: async ({ url }) => {
        await navigator.clipboard.writeText(url).then(
          () => toast("The payment link is copied."),
          () => toast(url), // the browser keeps its clipboard to itself
        );
      },
    });

  return (
    <header className="mb-5 flex flex-wrap items-start gap-x-3 gap-y-4">
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="text-2xl font-bold tracking-[-0.022em]">{numberOf(invoice)}</h1>
          <InvoiceStatus invoice={invoice} />
          {invoice.reminders_paused && isOpen(invoice) ? (
            <StatusPill tone="plan" shape="bars">
              Reminders wait
            </StatusPill>
          ) : null}
        </div>
        <Link
          to="/contacts/$id"
          params={{ id: invoice.contact_id }}
          className="mt-1 inline-block underline decoration-line-2 underline-offset-3 hover:decoration-current"
        >
          {invoice.contact_name}
        </Link>
      </div>
      <div className="flex flex-wrap gap-2">
        {invoice.invoice_number && isOpen(invoice) ? (
          <Button icon={<Link2 className="size-4" />} busy={link.isPending} onClick={copyLink}>
            Copy payment link
          </Button>
        ) : null}
        {may(invoice, "update") && !isOpen(invoice) ? (
          <Button icon={<Pencil className="size-4" />} onClick={edit}>
            Edit
          </Button>
        ) : null}
        {may(invoice, "record_payment") ? (
          <Button
            kind="ink"
            icon={<Banknote className="size-4" />}
            onClick={() => onOpen("payment")}
          >
            Record payment
          </Button>
        ) : null}
        {may(invoice, "send") ? (
          <Button kind="spark" icon={<Send className="size-4" />} onClick={() => onOpen("send")}>
            Send
          </Button>
        ) : null}
        <MoreActs invoice={invoice} onOpen={onOpen} />
      </div>
    </header>
  );
}

function MoreActs({ invoice, onOpen }: { invoice: Invoice; onOpen: (what: Open) => void }) {
  const navigate = useNavigate();
  const pause = useAct("pauseReminders");
  const resume = useAct("resumeReminders");
  const unschedule = useAct("unschedule");
  const markSent = useAct("markSent");
  const duplicate = useAct("duplicate");
  return (
    <Menu
      button={
        <Button kind="ghost" square aria-label="More acts" icon={<Ellipsis className="size-4" />} />
      }
    >
      {may(invoice, "pause_reminders") ? (
        <MenuItem onSelect={() => pause.mutate(invoice.id)}>Pause reminders</MenuItem>
      ) : null}
      {may(invoice, "resume_reminders") ? (
        <MenuItem onSelect={() => resume.mutate(invoice.id)}>Resume reminders</MenuItem>
      ) : null}
      {may(invoice, "unschedule") ? (
        <MenuItem onSelect={() => unschedule.mutate(invoice.id)}>Back to draft</MenuItem>
      ) : null}
      {may(invoice, "mark_sent") ? (
        <MenuItem onSelect={() => markSent.mutate(invoice.id)}>Mark as sent</MenuItem>
      ) : null}
      {may(invoice, "duplicate") ? (
        <MenuItem
          onSelect={() =>
            duplicate.mutate(invoice.id, {
              onSuccess: (copy) =>
                void navigate({ to: ".", search: (now) => ({ ...now, draft: copy.id }) }),
            })
          }
        >
          Duplicate
        </MenuItem>
      ) : null}
      {may(invoice, "void") || may(invoice, "write_off") ? <MenuLine /> : null}
      {may(invoice, "write_off") ? (
        <MenuItem onSelect={() => onOpen("write-off")}>Write off</MenuItem>
      ) : null}
      {may(invoice, "void") ? (
        <MenuItem bad onSelect={() => onOpen("void")}>
          Void
        </MenuItem>
      ) : null}
    </Menu>
  );
}

function Figures({ invoice }: { invoice: Invoice }) {
  const { today } = useBusiness();
  const late = invoice.is_overdue;
  return (
    <dl className="flex flex-wrap border-t-2 border-b border-t-ink border-b-line-2 max-tablet:grid max-tablet:grid-cols-2">
      <Figure label={isOpen(invoice) ? "Still owed" : "Total"}>
        <Money
          owed={isOpen(invoice)}
          amount={isOpen(invoice) ? invoice.amount_due : invoice.total}
          currency={invoice.currency}
          className="text-2xl font-bold tracking-[-0.02em] max-tablet:text-xl"
        />
      </Figure>
      <Figure label="Paid">
        <Money
          amount={invoice.amount_paid}
          currency={invoice.currency}
          className="text-2xl tracking-[-0.02em] max-tablet:text-xl"
        />
      </Figure>
      <Figure label="Due">
        <span className="block text-2xl tracking-[-0.02em] max-tablet:text-xl">
          {day(invoice.due_date, today)}
        </span>
        {isOpen(invoice) ? (
          <span className={late ? "text-sm font-semibold text-late" : "text-sm text-ink-3"}>
            {untilDue(invoice.due_date, today)}
          </span>
        ) : null}
      </Figure>
    </dl>
  );
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="border-line-2 py-4 pr-6 pl-6 first:pl-0 not-first:border-l max-tablet:px-4 max-tablet:nth-3:border-l-0 max-tablet:nth-3:pl-0">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function InvoiceStory({ invoice }: { invoice: Invoice }) {
  const { timezone, today } = useBusiness();
  const deliveries = useQuery(deliveriesQuery(invoice));
  const reminders = useQuery(remindersQuery(invoice));
  const payments = useQuery({ ...paymentsQuery(invoice), retry: false });
  const mayNot = isApiError(payments.error) && payments.error.status === 403;
  const paid = payments.data ?? (mayNot ? [] : undefined);
  const failed = [deliveries, reminders, payments].find((one) => one.isError && !one.data);
  return (
    <section>
      <h2 className="mb-4 text-lg font-semibold tracking-[-0.01em]">Story</h2>
      {deliveries.data && reminders.data && paid ? (
        <Story
          {...storyOf(
            {
              invoice,
              deliveries: deliveries.data.deliveries,
              reminders: reminders.data,
              payments: paid,
            },
            timezone,
            today,
          )}
        />
      ) : failed ? (
        <Failure
          error={failed.error}
          what="The story did not load. The invoice is safe."
          retry={() => void failed.refetch()}
        />
      ) : (
        <div role="status" aria-label="Loading" className="flex flex-col gap-8 pl-28">
          <Skeleton className="w-60" />
          <Skeleton className="w-80" />
          <Skeleton className="w-52" />
        </div>
      )}
    </section>
  );
}

function Sum({ invoice }: { invoice: Invoice }) {
  const rows = [
    { label: "Subtotal", amount: invoice.subtotal },
    ...(isZero(invoice.discount_total)
      ? []
      : [{ label: "Discount", amount: `-${invoice.discount_total}` }]),
    ...invoice.tax_breakdown.map((tax) => ({
      label: `${tax.name} ${Number(tax.percent)} %`,
      amount: tax.tax,
    })),
    { label: "Total", amount: invoice.total },
    ...(isZero(invoice.amount_paid) ? [] : [{ label: "Paid", amount: `-${invoice.amount_paid}` }]),
  ];
  return (
    <Card title="Payments">
      <dl className="flex flex-col gap-2">
        {rows.map((row) => (
          <div key={row.label} className="flex justify-between gap-4">
            <dt className="text-ink-2">{row.label}</dt>
            <dd>
              <Money amount={row.amount} currency={invoice.currency} />
            </dd>
          </div>
        ))}
        <div className="flex justify-between gap-4 font-semibold">
          <dt>Still owed</dt>
          <dd>
            <Money amount={invoice.amount_due} currency={invoice.currency} />
          </dd>
        </div>
      </dl>
    </Card>
  );
}

const Loading = () => (
  <div role="status" aria-label="Loading" className="max-w-[1240px] p-8 max-tablet:px-4">
    <Skeleton className="mb-3 h-6 w-40" />
    <Skeleton className="mb-8 w-56" />
    <Skeleton className="mb-10 h-16 w-full" />
    <Skeleton className="w-80" />
  </div>
);
