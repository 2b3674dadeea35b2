import { ButtonLink } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Money } from "@/components/ui/Money";
import { type Shape, StatusPill, type Tone } from "@/components/ui/StatusPill";
import { count, dayOf, daysBetween } from "@/lib/dates";
import type { NextAction } from "./api";

type Look = { word: string; tone: Tone; shape: Shape; act: string; what: string };

const looks: Record<NextAction["kind"], Look> = {
  DELIVERY_UNKNOWN: {
    word: "Not known",
    tone: "plan",
    shape: "bars",
    act: "Decide",
    what: "It is not known whether the message arrived.",
  },
  SEND_FAILED: {
    word: "Not sent",
    tone: "late",
    shape: "triangle",
    act: "Mend",
    what: "It was not sent.",
  },
  REMINDER_FAILED: {
    word: "Not sent",
    tone: "late",
    shape: "triangle",
    act: "Look",
    what: "The reminder was not sent.",
  },
  WORK_ITEM: { word: "To do", tone: "quiet", shape: "ring", act: "Open", what: "" },
  OVERDUE: { word: "Overdue", tone: "late", shape: "triangle", act: "Look", what: "" },
  DRAFT_READY: {
    word: "Draft",
    tone: "quiet",
    shape: "dashed",
    act: "Review",
    what: "ready to send",
  },
};

/** As many as the API hands out. */
const MOST = 8;

type Props = { actions: NextAction[]; zone: string; today: string };

/** What does not happen by itself. */
export function NeedsYou({ actions, zone, today }: Props) {
  return (
    <Card
      flush
      title="Needs you"
      aside={
        <span className="text-ink-3">{actions.length < MOST ? actions.length : `${MOST}+`}</span>
      }
    >
      {actions.length === 0 ? (
        <p className="px-5 py-8 text-ink-2">Nothing needs you.</p>
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
  [action.kind, action.invoice_id, action.delivery_id, action.work_item_id].join(" ");

function Action({ action, zone, today }: { action: NextAction; zone: string; today: string }) {
  const look = looks[action.kind];
  return (
    <li className="flex flex-col items-start gap-2 border-b border-line px-5 py-4 last:border-0">
      <div className="flex w-full items-center justify-between gap-3">
        <StatusPill tone={look.tone} shape={look.shape}>
          {look.word}
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
        {action.words ? `: ${action.words}` : look.what ? `, ${look.what}` : null}
      </p>
      {action.invoice_id ? (
        <ButtonLink size="small" to="/invoices/$id" params={{ id: action.invoice_id }}>
          {look.act}
          <span className="sr-only"> {action.invoice_number}</span>
        </ButtonLink>
      ) : action.contact_id ? (
        <ButtonLink size="small" to="/contacts/$id" params={{ id: action.contact_id }}>
          {look.act}
        </ButtonLink>
      ) : null}
    </li>
  );
}

function age(action: NextAction, zone: string, today: string) {
  const from = action.kind === "OVERDUE" ? action.due_date : null;
  const days = daysBetween(from ?? dayOf(action.since, zone), today);
  if (from) return `${count(days, "day")} late`;
  return days === 0 ? "today" : `${count(days, "day")} ago`;
}
