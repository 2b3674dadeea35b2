import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/Button";
import { DateField, SelectField, TextField } from "@/components/ui/Field";
import { MoneyField } from "@/components/ui/MoneyField";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { numberOf } from "@/features/shared/invoiceStatus";
import { useBusiness } from "@/features/tenants/api";
import { intent } from "@/lib/api/client";
import { isApiError } from "@/lib/api/problem";
import { instantOf } from "@/lib/dates";
import { parseAmount } from "@/lib/money";
import { type Invoice, useRecordPayment } from "./api";
import { t } from "./locales";

const methods = () =>
  [
    { value: "BANK", label: t("Bank transfer") },
    { value: "CASH", label: t("Cash") },
    { value: "MPESA", label: "M-PESA" },
    { value: "OTHER", label: t("Something else") },
  ] as const;

type Method = ReturnType<typeof methods>[number]["value"];

/** Money that came outside Duespark. Recording it ends the reminders at once. */
export function RecordPaymentDialog({
  invoice,
  onClose,
}: {
  invoice: Invoice;
  onClose: () => void;
}) {
  const { today, timezone } = useBusiness();
  const [amount, setAmount] = useState(invoice.amount_due);
  const [method, setMethod] = useState<Method>("BANK");
  const [paidOn, setPaidOn] = useState(today);
  const [note, setNote] = useState("");
  const record = useRecordPayment();
  const key = useRef(intent());
  const form = useId();
  const problem = isApiError(record.error) ? record.error : null;
  const readable = parseAmount(amount, invoice.currency);
  const overpaid = problem?.details.some((detail) => detail.code === "OVERPAYMENT");

  function submit(allowOverpayment: boolean) {
    if (!readable) return;
    record.mutate(
      {
        key: key.current,
        body: {
          invoice_id: invoice.id,
          amount: readable,
          currency: invoice.currency,
          provider: method,
          note: note || null,
          ...(paidOn === today ? {} : { paid_at: instantOf(paidOn, "12:00", timezone) }),
          ...(allowOverpayment ? { allow_overpayment: true } : {}),
        },
      },
      {
        onSuccess: () => {
          toast(t("The payment is recorded."));
          onClose();
        },
        onError: () => {
          key.current = intent(); // refused: the next try is another intent
        },
      },
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      mayClose={() => !record.isPending} // nobody records it again before this one is known
      title={t("Payment for {number}", { number: numberOf(invoice) })}
      foot={
        <>
          <span className="grow text-sm text-ink-3 max-tablet:w-full">
            {t("A receipt goes to both sides.")}
          </span>
          <Button onClick={onClose} disabled={record.isPending}>
            {t("Cancel")}
          </Button>
          <Button kind="ink" type="submit" form={form} busy={record.isPending} disabled={!readable}>
            {t("Record payment")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid grid-cols-2 gap-4 max-tablet:grid-cols-1"
        onSubmit={(event) => {
          event.preventDefault();
          submit(false);
        }}
      >
        <MoneyField
          autoFocus
          label={t("Amount")}
          currency={invoice.currency}
          value={amount}
          onChange={setAmount}
          error={
            problem?.fieldMessage("amount") ??
            (amount && !readable ? t("Write an amount such as 1,250.00.") : undefined)
          }
        />
        <DateField
          label={t("Received @day")}
          required
          max={today}
          value={paidOn}
          onChange={(e) => setPaidOn(e.target.value)}
        />
        <SelectField
          label={t("How")}
          value={method}
          onChange={(event) => setMethod(event.target.value as Method)}
        >
          {methods().map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t("Note @payment")}
          maxLength={500}
          value={note}
          onChange={(e) => setNote(e.target.value)}
        />
        {record.failureCount > 0 && record.isPending ? (
          <p role="status" className="col-span-full text-sm text-plan">
            {t("No answer yet. The same payment is asked about again; it is recorded once.")}
          </p>
        ) : null}
        {problem && !problem.fieldMessage("amount") ? (
          <p role="alert" className="col-span-full text-sm text-late">
            {problem.message}
          </p>
        ) : null}
        {overpaid ? (
          <Button className="col-span-full" onClick={() => submit(true)}>
            {t("Record it as an overpayment")}
          </Button>
        ) : null}
      </form>
    </Dialog>
  );
}
