import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Send } from "lucide-react";
import { useRef, useState } from "react";
import { Because } from "@/components/ui/Because";
import { Button } from "@/components/ui/Button";
import { TextArea, TextField } from "@/components/ui/Field";
import { Dialog } from "@/components/ui/Sheet";
import { Segments } from "@/components/ui/Tabs";
import { toast } from "@/components/ui/Toasts";
import { numberOf } from "@/features/shared/invoiceStatus";
import { MailPreview } from "@/features/shared/MailPreview";
import { stepName } from "@/features/shared/reminderWords";
import { useBusiness } from "@/features/tenants/api";
import { intent } from "@/lib/api/client";
import { isApiError } from "@/lib/api/problem";
import { day, dayOf, instantOf, time } from "@/lib/dates";
import { PAUSE_MILLIS, useDebounced } from "@/lib/useDebounced";
import { type Invoice, nextSendTimesQuery, previewQuery, useSend } from "./api";
import { T, t } from "./locales";

type When = "now" | "later";

type Props = { invoice: Invoice; onClose: () => void; onSent?: () => void };

/** Says what goes out, to whom, and what follows if it is not paid, before it does. */
export function SendDialog({ invoice, onClose, onSent }: Props) {
  const { timezone, today } = useBusiness();
  const [when, setWhen] = useState<When>("now");
  const [at, setAt] = useState("");
  const [message, setMessage] = useState("");
  const later = when === "later" && at ? instantOf(at.slice(0, 10), at.slice(11), timezone) : null;
  const preview = useQuery(previewQuery(invoice.id, useDebounced(message, PAUSE_MILLIS)));
  const plan = useQuery(nextSendTimesQuery(invoice.id, later)).data ?? [];
  const send = useSend(invoice.id);
  const key = useRef(intent());
  const problem = isApiError(send.error) ? send.error : null;

  function submit() {
    send.mutate(
      {
        key: key.current,
        body: {
          channel: "EMAIL",
          message: message || null,
          schedule_send: later,
        },
      },
      {
        onSuccess: (sent) => {
          toast(
            when === "later"
              ? t("It is scheduled.")
              : sent.send_state === "SENDING"
                ? t("It is on its way.")
                : t("It is sent."),
          );
          onClose();
          onSent?.();
        },
        onError: () => {
          key.current = intent();
        },
      },
    );
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t("Send {number}", { number: numberOf(invoice) })}
      foot={
        <>
          <span role="status" className="grow text-sm text-ink-2">
            {send.isPending && send.failureCount > 0
              ? t("No answer yet. Duespark is asked again; nothing goes out twice.")
              : null}
          </span>
          <Button onClick={onClose}>{send.isPending ? t("Close") : t("Cancel")}</Button>
          <Button
            kind="spark"
            icon={<Send className="size-4" />}
            busy={send.isPending}
            disabled={when === "later" && !at}
            onClick={submit}
          >
            {when === "later" ? t("Schedule") : t("Send now")}
          </Button>
        </>
      }
    >
      <div className="grid gap-8 tablet:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]">
        <div className="flex flex-col gap-5">
          <p>
            <T
              text="To {customer} by e-mail, with the PDF."
              customer={
                <Link
                  to="/contacts/$id"
                  params={{ id: invoice.contact_id }}
                  className="font-semibold underline"
                >
                  {invoice.contact_name}
                </Link>
              }
            />
          </p>
          <TextArea
            label={t("Your words")}
            hint={t("Stand above the amount in the mail. May stay empty.")}
            maxLength={2000}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
            error={problem?.fieldMessage("message")}
          />
          <Segments
            label={t("When")}
            chosen={when}
            onChoose={setWhen}
            tabs={[
              { key: "now", label: t("Now") },
              { key: "later", label: t("Later") },
            ]}
          />
          {when === "later" ? (
            <TextField
              type="datetime-local"
              label={t("Goes out")}
              hint={t("In {zone}", { zone: timezone })}
              min={`${today}T00:00`}
              value={at}
              onChange={(event) => setAt(event.target.value)}
              error={problem?.fieldMessage("schedule_send")}
            />
          ) : null}
          <section hidden={plan.length === 0}>
            <h3 className="mb-2 text-sm font-semibold">{t("If it is not paid")}</h3>
            <ol className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
              {plan.map((step) => (
                <li key={step.step_key} className="col-span-2 grid grid-cols-subgrid">
                  <span className="whitespace-nowrap text-ink-3">
                    {day(dayOf(step.send_at, timezone), today)}, {time(step.send_at, timezone)}
                  </span>
                  <span>
                    {stepName(step.step_key)}
                    {step.reasons.length > 1 ? <Because>{step.reasons.at(-1)}</Because> : null}
                  </span>
                </li>
              ))}
            </ol>
          </section>
          {problem && !problem.fieldMessage("message") && !problem.fieldMessage("schedule_send") ? (
            <p role="alert" className="text-sm text-late">
              {problem.message}
            </p>
          ) : null}
        </div>
        <MailPreview tall preview={preview} />
      </div>
    </Dialog>
  );
}
