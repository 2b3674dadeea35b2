import { Link, useNavigate } from "@tanstack/react-router";
import { Banknote, BellRing, Link2, Pencil, Send } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { StatusPill } from "@/components/ui/StatusPill";
import { toast } from "@/components/ui/Toasts";
import { useSettle } from "@/features/shared/chasing/acts";
import { InvoiceStatus, isOpen, may, numberOf } from "@/features/shared/invoiceStatus";
import { type Invoice, usePortalLink } from "./api";
import { type Asked, InvoiceMenu } from "./InvoiceMenu";
import { t } from "./locales";

type Props = { invoice: Invoice; onOpen: (what: Asked) => void };

export function InvoiceHead({ invoice, onOpen }: Props) {
  const navigate = useNavigate();
  const link = usePortalLink();
  const settle = useSettle(invoice.id);
  const edit = () => void navigate({ to: ".", search: (now) => ({ ...now, draft: invoice.id }) });

  const copyLink = () =>
    link.mutate(invoice.id, {
      onSuccess: async ({ url }) => {
        await navigator.clipboard.writeText(url).then(
          () => toast(t("The payment link is copied.")),
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
          {invoice.archived_at ? (
            <StatusPill tone="quiet" shape="tick">
              {t("In the archive")}
            </StatusPill>
          ) : null}
          {invoice.reminders_paused && isOpen(invoice) ? (
            <StatusPill tone="plan" shape="bars">
              {t("Reminders wait")}
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
          <Button
            icon={<Link2 className="size-4" />}
            busy={link.isPending}
            onClick={copyLink}
            className="max-tablet:w-11 max-tablet:px-0"
          >
            <span className="max-tablet:sr-only">{t("Copy payment link")}</span>
          </Button>
        ) : null}
        {may(invoice, "update") && !isOpen(invoice) ? (
          <Button icon={<Pencil className="size-4" />} onClick={edit}>
            {t("Edit")}
          </Button>
        ) : null}
        {may(invoice, "remind") ? (
          <Button icon={<BellRing className="size-4" />} onClick={() => onOpen("remind")}>
            {t("Send reminder")}
          </Button>
        ) : null}
        {may(invoice, "resolve_dispute") ? (
          <Button
            busy={settle.isPending}
            onClick={() =>
              settle.mutate(undefined, {
                onSuccess: () => toast(t("It is settled. Reminders go out again.")),
              })
            }
          >
            {t("Settle the dispute")}
          </Button>
        ) : null}
        <MainActs invoice={invoice} onOpen={onOpen} />
        <InvoiceMenu invoice={invoice} onOpen={onOpen} />
      </div>
    </header>
  );
}

/** In the row of the acts; on a phone in reach of the thumb, above the places. */
function MainActs({ invoice, onOpen }: Props) {
  if (!may(invoice, "record_payment") && !may(invoice, "send")) return null;
  return (
    <div className="contents max-tablet:fixed max-tablet:inset-x-0 max-tablet:bottom-[calc(51px+max(14px,env(safe-area-inset-bottom)))] max-tablet:z-9 max-tablet:flex max-tablet:gap-2 max-tablet:border-t max-tablet:border-line max-tablet:bg-surface max-tablet:px-4 max-tablet:py-2.5 max-tablet:[&>button]:grow">
      {may(invoice, "record_payment") ? (
        <Button kind="ink" icon={<Banknote className="size-4" />} onClick={() => onOpen("payment")}>
          {t("Record payment")}
        </Button>
      ) : null}
      {may(invoice, "send") ? (
        <Button kind="spark" icon={<Send className="size-4" />} onClick={() => onOpen("send")}>
          {t("Send")}
        </Button>
      ) : null}
    </div>
  );
}
