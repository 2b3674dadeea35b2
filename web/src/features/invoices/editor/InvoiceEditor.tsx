import { zodResolver } from "@hookform/resolvers/zod";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Send, Trash2 } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useForm, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { DateField, TextArea, TextField } from "@/components/ui/Field";
import { CurrencyField } from "@/components/ui/PlaceFields";
import { Drawer } from "@/components/ui/Sheet";
import { Skeleton } from "@/components/ui/Skeleton";
import { Failure } from "@/components/ui/States";
import { StatusPill } from "@/components/ui/StatusPill";
import { toast } from "@/components/ui/Toasts";
import { useBusiness } from "@/features/tenants/api";
import { type Invoice, invoiceQuery, taxRatesQuery, useDelete, useRefresh } from "../api";
import { SendDialog } from "../SendDialog";
import { may, numberOf } from "../status";
import { Autosave } from "./Autosave";
import { Conflict } from "./Conflict";
import { CustomerField } from "./CustomerField";
import { bodyOf, type Form, formOf, linesOf, newForm, schema } from "./form";
import { Lines } from "./Lines";
import { SavedState } from "./SavedState";
import { TotalsPanel } from "./TotalsPanel";

type Props = { id: string | null; contactId: string | null };

/** A draft, over whatever page it was opened from; its address says which. */
export default function InvoiceEditor({ id, contactId }: Props) {
  const navigate = useNavigate();
  const close = () =>
    void navigate({ to: ".", search: ({ draft: _, contact: __, ...rest }) => rest });
  const found = useQuery({
    ...invoiceQuery(id ?? ""),
    enabled: id !== null,
    refetchOnWindowFocus: false,
  });
  const rates = useQuery(taxRatesQuery);
  const ready = rates.data && (id === null || found.data);

  if (ready) {
    return (
      <Editor
        draft={found.data ?? null}
        contactId={contactId}
        taxCode={rates.data.find((rate) => rate.is_default)?.code ?? ""}
        onClose={close}
      />
    );
  }
  const error = found.error ?? rates.error;
  return (
    <Drawer open onClose={close} title="Draft invoice">
      {error ? (
        <Failure error={error} what="The draft did not load." retry={() => void found.refetch()} />
      ) : (
        <div role="status" aria-label="Loading" className="flex flex-col gap-8 p-6">
          <Skeleton className="h-14 w-full" />
          <Skeleton className="h-10 w-2/3" />
          <Skeleton className="h-32 w-full" />
        </div>
      )}
    </Drawer>
  );
}

type EditorProps = {
  draft: Invoice | null;
  contactId: string | null;
  taxCode: string;
  onClose: () => void;
};

function Editor({ draft, contactId, taxCode, onClose }: EditorProps) {
  const business = useBusiness();
  const navigate = useNavigate();
  const [sending, setSending] = useState<Invoice | null>(null);
  const remove = useDelete();
  const refresh = useRefresh();
  const [save] = useState(() => new Autosave(draft, refresh));
  const { saved, saving } = useSyncExternalStore(save.subscribe, save.snapshot);
  const form = useForm<Form>({
    resolver: zodResolver(schema),
    mode: "onTouched",
    defaultValues: draft ? formOf(draft) : newForm(business, contactId ?? "", taxCode),
  });
  const values = useWatch({ control: form.control }) as Form;

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values: now }) => {
          // the API takes a draft from its first customer and line on
          if (schema.safeParse(now).success && linesOf(now).length) save.change(bodyOf(now));
        },
      }),
    [form, save],
  );

  async function send() {
    if (!(await form.trigger())) return;
    if (linesOf(form.getValues()).length === 0) {
      form.setError("lines.0.name", { message: "Write what the invoice is for, and its rate" });
      return;
    }
    save.change(bodyOf(form.getValues()));
    const kept = await save.flush();
    if (kept) setSending(kept);
  }

  async function close() {
    await save.flush();
    onClose();
  }

  return (
    <Drawer
      open
      onClose={() => void close()}
      title={saved ? numberOf(saved) : "New invoice"}
      beside={
        <>
          <StatusPill tone="quiet" shape="dashed">
            Draft
          </StatusPill>
          <span className="grow" />
          <SavedState saving={saving} />
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
                    toast("The draft is deleted.");
                    onClose();
                  },
                })
              }
            >
              Delete draft
            </Button>
          ) : null}
          <span className="grow" />
          <Button onClick={() => void close()}>Close</Button>
          <Button
            kind="spark"
            icon={<Send className="size-4" />}
            busy={saving.state === "saving" && sending !== null}
            onClick={() => void send()}
          >
            Send…
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
              mine={bodyOf(values)}
              onSettle={(keepMine) => {
                if (!keepMine) form.reset(formOf(saving.latest));
                save.settle(saving.latest, keepMine);
              }}
            />
          ) : null}
          <CustomerField form={form} />
          <div className="grid grid-cols-3 gap-4 max-tablet:grid-cols-2">
            <DateField
              label="Issued"
              {...form.register("issue_date")}
              error={form.formState.errors.issue_date?.message}
            />
            <DateField
              label="Due"
              {...form.register("due_date")}
              error={form.formState.errors.due_date?.message}
            />
            <CurrencyField
              label="Currency"
              current={values.currency}
              {...form.register("currency")}
            />
          </div>
          <Lines form={form} values={values} />
          <div className="grid gap-4 tablet:grid-cols-2">
            <TextArea
              label="Note to the customer"
              {...form.register("notes")}
              error={form.formState.errors.notes?.message}
            />
            <div className="flex flex-col gap-4">
              <TextField
                label="Their reference"
                hint="Such as an order number"
                {...form.register("reference")}
                error={form.formState.errors.reference?.message}
              />
              <TextField
                label="Discount, %"
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
    </Drawer>
  );
}
