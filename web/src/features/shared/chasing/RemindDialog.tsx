import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import type { Invoice } from "@/features/invoices/api";
import { previewQuery, type Reminder, type Tone, type Warning } from "@/features/reminders/api";
import { useBusiness } from "@/features/tenants/api";
import { intent } from "@/lib/api/client";
import { isApiError } from "@/lib/api/problem";
import { day, headlineDay, moment } from "@/lib/dates";
import { PAUSE_MILLIS, useDebounced } from "@/lib/useDebounced";
import { later, t } from "../locales";
import { MailPreview } from "../MailPreview";
import { useRemind, type Wish } from "./acts";
import { ToneChoice } from "./ToneChoice";

const warnings: Record<Warning, () => string> = {
  CAP: later("They have had as many reminders as your policy allows for now."),
  OUTSIDE_WINDOW: later("It is outside the hours in which this customer is written to."),
  PAUSED: later("Reminders to them are paused."),
  PROMISED: later("They promised to pay, and that day has not passed."),
  PAYMENT_PENDING: later("A payment of theirs is on its way."),
};

/** What has to be confirmed before it goes, as the server says it. */
export const toConfirm = (error: unknown): Warning[] =>
  isApiError(error) && error.code === "CONFIRMATION_REQUIRED"
    ? error.details.flatMap(({ code }) => (code in warnings ? [code as Warning] : []))
    : [];

type Props = {
  title: string;
  wish: Wish;
  /** Known before the server is asked. */
  known?: Warning[];
  /** What is said of a warning beyond its own words. */
  more?: Partial<Record<Warning, string>>;
  /** The safe choice, once there is something to confirm. */
  wait: string;
  onClose: () => void;
  children: ReactNode;
};

/** Asks first: each warning in words, and the safe choice last and in ink. */
function Asking({ title, wish, known = [], more = {}, wait, onClose, children }: Props) {
  const remind = useRemind();
  const [open, setOpen] = useState(known);
  const refused = remind.error && toConfirm(remind.error).length === 0 ? remind.error : null;

  function send() {
    remind.mutate(
      // another answer to another question is another intent
      { wish, acknowledge: open, key: intent() },
      {
        onSuccess: ({ outcome }) => {
          toast(
            outcome === "SENT"
              ? t("The reminder is sent.")
              : outcome === "UNKNOWN"
                ? t("It left. Whether it arrived is not known yet.")
                : t("The reminder is on its way."),
          );
          onClose();
        },
        onError: (error) => setOpen((before) => [...new Set([...before, ...toConfirm(error)])]),
      },
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          <span className="grow" />
          {open.length ? (
            <>
              <Button kind="ghost" busy={remind.isPending} onClick={send}>
                {t("Send anyway")}
              </Button>
              <Button kind="ink" onClick={onClose}>
                {wait}
              </Button>
            </>
          ) : (
            <>
              <Button kind="ghost" onClick={onClose}>
                {t("Cancel")}
              </Button>
              <Button kind="spark" busy={remind.isPending} onClick={send}>
                {t("Send now")}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {open.map((warning) => (
          <Notice key={warning} tone="plan" title={warnings[warning]()}>
            {more[warning]}
          </Notice>
        ))}
        {refused ? <Notice tone="late">{refused.message}</Notice> : null}
        {children}
      </div>
    </Dialog>
  );
}

/** A reminder of the plan, before its time. */
export function SendNow({ reminder, onClose }: { reminder: Reminder; onClose: () => void }) {
  const { timezone, today } = useBusiness();
  const when = moment(reminder.send_at, timezone, today);
  const preview = useQuery(previewQuery(reminder.invoice_id, reminder.tone));
  return (
    <Asking
      title={t("Remind {name} now?", { name: reminder.contact_name })}
      wish={{ reminder: reminder.id }}
      wait={t("Wait until {moment}", { moment: when })}
      onClose={onClose}
    >
      <p className="text-ink-2">
        {t("It is planned for {moment}. Sent now, it does not go then.", { moment: when })}
      </p>
      <MailPreview preview={preview} />
    </Asking>
  );
}

/** The tone that the next reminder would have. */
const toneOf = (invoice: Invoice): Tone =>
  invoice.next_reminder?.tone ?? (invoice.ar_stage === "NONE" ? "FRIENDLY" : "NEUTRAL");

/** A reminder by hand, about one invoice. */
export function RemindDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { timezone, today } = useBusiness();
  const [tone, setTone] = useState(toneOf(invoice));
  const [message, setMessage] = useState("");
  const [advance, setAdvance] = useState(false);
  const preview = useQuery(
    previewQuery(invoice.id, tone, useDebounced(message, PAUSE_MILLIS).trim()),
  );
  const promised = invoice.promise_to_pay_on;
  const isPromised = Boolean(promised && promised >= today);
  const next = invoice.next_reminder;
  return (
    <Asking
      title={t("Remind {name} now?", { name: invoice.contact_name })}
      wish={{ invoice: invoice.id, tone, message, advance }}
      known={isPromised ? ["PROMISED"] : []}
      more={
        promised && isPromised
          ? { PROMISED: t("They named {day}.", { day: headlineDay(promised) }) }
          : {}
      }
      wait={
        promised && isPromised
          ? t("Wait for {day}", { day: day(promised, today) })
          : t("Do not send")
      }
      onClose={onClose}
    >
      <ToneChoice tone={tone} onChoose={setTone} />
      <MailPreview preview={preview} />
      <TextArea
        label={t("Your own words")}
        hint={t("In place of the usual text. The amount and the link to pay stay.")}
        rows={3}
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
      />
      {next && ["NONE", "REMINDER_1", "REMINDER_2"].includes(invoice.ar_stage) ? (
        <label className="flex min-h-10 items-center gap-2.5">
          <input
            type="checkbox"
            className="size-4 accent-ink-fill"
            checked={advance}
            onChange={(event) => setAdvance(event.target.checked)}
          />
          {t("It counts as the next step, and that one is left out")}
        </label>
      ) : null}
      <p className="text-sm text-ink-2">
        {next && !advance
          ? t("Afterwards, {moment} stays as planned.", {
              moment: moment(next.send_at, timezone, today),
            })
          : null}
      </p>
    </Asking>
  );
}
