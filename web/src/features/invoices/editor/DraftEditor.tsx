import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { DateField, TextArea, TextField } from "@/components/ui/Field";
import { Leaving } from "@/components/ui/Leaving";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { CurrencyField } from "@/components/ui/PlaceFields";
import { Drawer } from "@/components/ui/Sheet";
import { StatusPill } from "@/components/ui/StatusPill";
import { toast } from "@/components/ui/Toasts";
import { may, numberOf } from "@/features/shared/invoiceStatus";
import { useBusiness } from "@/features/tenants/api";
import { isZero } from "@/lib/money";
import { type Invoice, useDelete, useDraftAgain } from "../api";
import { T, t } from "../locales";
import { SendDialog } from "../SendDialog";
import { Conflict } from "./Conflict";
import { CustomerField } from "./CustomerField";
import { customerQuery } from "./customers";
import { bodyOf, halfLine, isWhole, linesOf, newForm } from "./form";
import { Lines } from "./Lines";
import { SavedState } from "./SavedState";
import { TotalsPanel } from "./TotalsPanel";
import { useDraft } from "./useDraft";

type Props = {
  draft: Invoice | null;
  contactId: string | null;
  taxCode: string;
  /** Unasked: there is nothing to lose. */
  onClose: (unasked?: boolean) => void;
};

/** The form of a draft, saved while it is written. */
export function DraftEditor({ draft, contactId, taxCode, onClose }: Props) {
  const business = useBusiness();
  const navigate = useNavigate();
  const [sending, setSending] = useState<Invoice | null>(null);
  const remove = useDelete();
  const again = useDraftAgain();
  const { form, values, save, saved, saving, merged, settle } = useDraft(draft, () =>
    newForm(business, contactId ?? "", taxCode),
  );
  const customer = useQuery(customerQuery(values.contact_id));

  const held = form.formState.isDirty && !isWhole(values);
  const unsaved = held || !["clean", "saved"].includes(saving.state);

  async function send() {
    if (!(await form.trigger())) return;
    const now = form.getValues();
    const half = halfLine(now);
    if (half >= 0 || linesOf(now).length === 0) {
      form.setError(`lines.${Math.max(half, 0)}.name`, {
        message: t("Write what the invoice is for, and its rate."),
      });
      return;
    }
    save.change(bodyOf(now));
    const kept = await save.flush();
    if (!kept) return;
    if (may(kept, "send")) setSending(kept);
    else form.setError("root", { message: whyNot(kept, customer.data?.email) });
  }

  return (
    <Drawer
      open
      onClose={() => onClose()}
      title={
        <span className="whitespace-nowrap">{saved ? numberOf(saved) : t("New invoice")}</span>
      }
      beside={
        <>
          <StatusPill tone="quiet" shape="dashed">
            {t("Draft")}
          </StatusPill>
          <span className="grow" />
          <SavedState saving={saving} held={held} />
        </>
      }
      foot={
        <>
          {saved && may(saved, "delete") ? (
            <Button
              kind="bad"
              icon={<Trash2 className="size-4" />}
              busy={remove.isPending}
              onClick={() =>
                remove.mutate(saved.id, {
                  onSuccess: () => {
                    toast(t("The draft is deleted."), () => again.mutate(saved));
                    onClose(true);
                  },
                })
              }
            >
              {t("Delete draft")}
            </Button>
          ) : null}
          <span className="grow" />
          <Button onClick={() => onClose()}>{t("Close")}</Button>
          <Button
            kind="spark"
            icon={<Send className="size-4" />}
            busy={saving.state === "saving" && sending !== null}
            onClick={() => void send()}
          >
            {t("Send…")}
          </Button>
        </>
      }
    >
      <form
        className="grid min-h-full tablet:grid-cols-[minmax(0,1fr)_320px] tablet:max-desk:grid-cols-[minmax(0,1fr)_260px]"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
        }}
      >
        <div className="flex min-w-0 flex-col gap-6 p-6 max-tablet:p-4">
          {saving.state === "conflict" ? (
            <Conflict
              theirs={saving.latest}
              mine={bodyOf(merged(saving.latest))}
              onSettle={(keepMine) => settle(saving.latest, keepMine)}
            />
          ) : null}
          {form.formState.errors.root ? (
            <Notice tone="late">{form.formState.errors.root.message}</Notice>
          ) : null}
          <CustomerField form={form} />
          <div className="grid grid-cols-3 gap-4 max-tablet:grid-cols-2">
            <DateField
              label={t("Issued")}
              {...form.register("issue_date")}
              error={form.formState.errors.issue_date?.message}
            />
            <DateField
              label={t("Due")}
              {...form.register("due_date")}
              error={form.formState.errors.due_date?.message}
            />
            <div className="max-tablet:col-span-2">
              <CurrencyField
                label={t("Currency")}
                current={values.currency}
                {...form.register("currency")}
              />
            </div>
          </div>
          <Lines form={form} values={values} />
          <div className="grid gap-4 tablet:grid-cols-2">
            <TextArea
              label={t("Note to the customer")}
              {...form.register("notes")}
              error={form.formState.errors.notes?.message}
            />
            <div className="flex flex-col gap-4">
              <TextField
                label={t("Their reference")}
                hint={t("Such as an order number")}
                {...form.register("reference")}
                error={form.formState.errors.reference?.message}
              />
              {values.amount_off ? (
                <p className="flex items-center justify-between gap-3 text-sm">
                  <span>
                    <T
                      text="Discount {amount}"
                      amount={<Money amount={values.amount_off.value} currency={values.currency} />}
                    />
                  </span>
                  <Button
                    size="small"
                    kind="ghost"
                    onClick={() => form.setValue("amount_off", null, { shouldDirty: true })}
                  >
                    {t("Remove the discount")}
                  </Button>
                </p>
              ) : null}
              <TextField
                label={t("Discount, %")}
                inputMode="decimal"
                {...form.register("discount")}
                error={form.formState.errors.discount?.message}
              />
            </div>
          </div>
        </div>
        <TotalsPanel
          form={values}
          draftId={saved?.id ?? null}
          zone={business.timezone}
          today={business.today}
        />
      </form>
      {sending ? (
        <SendDialog
          invoice={sending}
          onClose={() => setSending(null)}
          onSent={() => void navigate({ to: "/invoices/$id", params: { id: sending.id } })}
        />
      ) : null}
      <Leaving unsaved={unsaved} keep={async () => (await save.flush()) !== null && !held} />
    </Drawer>
  );
}

/** Why a draft that is saved cannot be sent. */
function whyNot(draft: Invoice, email: string | null | undefined) {
  if (!email)
    return t("{name} has no e-mail address. Add it, then send.", { name: draft.contact_name });
  if (isZero(draft.total)) return t("The total is zero. Write a rate, then send.");
  if (draft.send_state === "SENDING") return t("It is on its way already.");
  return t(
    "You cannot send this invoice. Confirm your own e-mail address, or ask an owner to send it.",
  );
}
