import { Download } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { type Shape, StatusPill, type Tone } from "@/components/ui/StatusPill";
import { toast } from "@/components/ui/Toasts";
import { useBusiness } from "@/features/tenants/api";
import { dayOf, fullDay } from "@/lib/dates";
import { later, t } from "../locales";
import { type Act, type PrivacyRequest, useFetchCopy, useTakeBack } from "./api";
import { standingOf, titleOf } from "./words";

const pills: Record<PrivacyRequest["status"], { tone: Tone; shape: Shape; words: () => string }> = {
  OPEN: { tone: "plan", shape: "clock", words: later("Running") },
  WAITING: { tone: "part", shape: "bars", words: later("Waits") },
  DONE: { tone: "paid", shape: "tick", words: later("Done") },
  CANCELED: { tone: "quiet", shape: "struck", words: later("Taken back") },
};

type Props = { request: PrivacyRequest; onOverride: () => void };

export function RequestRow({ request, onOverride }: Props) {
  const { timezone } = useBusiness();
  const pill = pills[request.status];
  const isOpen = request.status === "OPEN" || request.status === "WAITING";
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t border-line px-5 py-3.5 first:border-0">
      <div className="flex min-w-0 grow basis-72 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 font-medium break-words">{titleOf(request)}</span>
          <StatusPill tone={pill.tone} shape={pill.shape}>
            {pill.words()}
          </StatusPill>
        </p>
        {standingOf(request, timezone).map((line) => (
          <p key={line} className="text-sm text-ink-2">
            {line}
          </p>
        ))}
        {request.override_reason ? (
          <p className="text-sm break-words text-ink-2">
            {t("Waved through: {reason}", { reason: request.override_reason })}
          </p>
        ) : null}
        <p className="text-sm break-words text-ink-3">
          {[
            t("Asked {day}, noted by {name}", {
              day: fullDay(dayOf(request.created_at, timezone)),
              name: request.created_by_name,
            }),
            request.identity_note,
            isOpen ? t("to be answered by {day}", { day: fullDay(request.due_on) }) : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <Acts request={request} onOverride={onOverride} />
    </li>
  );
}

function Acts({ request, onOverride }: Props) {
  const may = (act: Act) => request.allowed_actions.includes(act);
  const copy = useFetchCopy();
  const back = useTakeBack();
  const say = { onError: (error: Error) => toast(error.message) };
  return (
    <div className="flex flex-wrap gap-1">
      {may("FETCH_FILE") ? (
        <Button
          size="small"
          icon={<Download className="size-4" />}
          busy={copy.isPending}
          onClick={() => copy.mutate(request.id, say)}
        >
          {t("Fetch the copy")}
        </Button>
      ) : null}
      {may("OVERRIDE") ? (
        <Button size="small" onClick={onOverride}>
          {t("Erase anyway…")}
        </Button>
      ) : null}
      {may("CANCEL") ? (
        <Button
          kind="ghost"
          size="small"
          busy={back.isPending}
          aria-label={t("Take back: {what}", { what: titleOf(request) })}
          onClick={() => back.mutate(request.id, say)}
        >
          {t("Take back")}
        </Button>
      ) : null}
    </div>
  );
}
