import { ButtonLink } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Money } from "@/components/ui/Money";
import { type Shape, StatusPill, type Tone } from "@/components/ui/StatusPill";
import { dayOf, daysBetween } from "@/lib/dates";
import type { NextAction } from "./api";
import { later, t } from "./locales";

type Look = { tone: Tone; shape: Shape };

const looks = {
  DELIVERY_UNKNOWN: {
    word: later("Not known"),
    tone: "plan",
    shape: "bars",
    act: later("Decide"),
    what: later("It is not known whether the message arrived."),
  },
  SEND_FAILED: {
    word: later("Not sent"),
    tone: "late",
    shape: "triangle",
    act: later("Mend"),
    what: later("It was not sent."),
  },
  REMINDER_FAILED: {
    word: later("Not sent"),
    tone: "late",
    shape: "triangle",
    act: later("Look @act"),
    what: later("The reminder was not sent."),
  },
  REMINDER_MISSED: {
    word: later("Missed"),
    tone: "plan",
    shape: "bars",
    act: later("Decide"),
    what: later("reminders were missed. Do they still go?"),
  },
  WORK_ITEM: {
    word: later("To do"),
    tone: "quiet",
    shape: "ring",
    act: later("Open @act"),
  },
  OVERDUE: {
    word: later("Overdue @one"),
    tone: "late",
    shape: "triangle",
    act: later("Look @act"),
  },
  DRAFT_READY: {
    word: later("Draft"),
    tone: "quiet",
    shape: "dashed",
    act: later("Review"),
    what: later("ready to send"),
  },
} satisfies Record<
  NextAction["kind"],
  Look & { word: () => string; act: () => string; what?: () => string }
>;

/** As many as the API hands out. */
const MOST = 8;

type Props = { actions: NextAction[]; zone: string; today: string };

/** What does not happen by itself. */
export function NeedsYou({ actions, zone, today }: Props) {
  return (
    <Card
      flush
      title={t("Needs you")}
      aside={
        <span className="text-ink-3">{actions.length < MOST ? actions.length : `${MOST}+`}</span>
      }
    >
      {actions.length === 0 ? (
        <p className="px-5 py-8 text-ink-2">{t("Nothing needs you.")}</p>
      ) : (
        <ul>
          {actions.map((action) => (
            <Action key={keyOf(action)} action={action} zone={zone} today={today} />
          ))}
        </ul>
      )}
    </Card>
  );
}

const keyOf = (action: NextAction) =>
  [action.kind, action.contact_id, action.invoice_id, action.delivery_id, action.work_item_id].join(
    " ",
  );

function Action({ action, zone, today }: { action: NextAction; zone: string; today: string }) {
  const look = looks[action.kind];
  return (
    <li className="flex flex-col items-start gap-2 border-b border-line px-5 py-4 last:border-0">
      <div className="flex w-full items-center justify-between gap-3">
        <StatusPill tone={look.tone} shape={look.shape}>
          {look.word()}
        </StatusPill>
        <span className="text-sm text-ink-3">{age(action, zone, today)}</span>
      </div>
      <p>
        <b className="font-semibold">{action.contact_name}</b>
        {action.amount && action.currency ? (
          <>
            , <Money amount={action.amount} currency={action.currency} />
          </>
        ) : null}
        {action.words ? `: ${action.words}` : "what" in look ? `, ${look.what()}` : null}
      </p>
      {action.invoice_id ? (
        <ButtonLink size="small" to="/invoices/$id" params={{ id: action.invoice_id }}>
          {look.act()}
          <span className="sr-only"> {action.invoice_number}</span>
        </ButtonLink>
      ) : action.contact_id ? (
        <ButtonLink size="small" to="/contacts/$id" params={{ id: action.contact_id }}>
          {look.act()}
        </ButtonLink>
      ) : null}
    </li>
  );
}

function age(action: NextAction, zone: string, today: string) {
  const from = action.kind === "OVERDUE" ? action.due_date : null;
  const days = daysBetween(from ?? dayOf(action.since, zone), today);
  if (from) return t("{n} day late | {n} days late", { n: days });
  return days === 0 ? t("today") : t("{n} day ago | {n} days ago", { n: days });
}
