import { Button } from "@/components/ui/Button";
import { StatusPill } from "@/components/ui/StatusPill";
import { useBusiness } from "@/features/tenants/api";
import { dayOf, fullDay, time } from "@/lib/dates";
import type { ApiKey } from "../api";
import { later, t } from "../locales";
import { inWords } from "./scopes";

const refused: Record<Exclude<ApiKey["status"], "ACTIVE">, () => string> = {
  REVOKED: later("Revoked"),
  EXPIRED: later("Expired"),
  MAKER_LEFT: later("Off: its maker is no administrator"),
};

type Props = { apiKey: ApiKey; onRevoke: () => void };

export function KeyRow({ apiKey, onRevoke }: Props) {
  const { timezone } = useBusiness();
  const on = (instant: string) => fullDay(dayOf(instant, timezone));
  const { status, expires_at, last_used_at, revoked_at } = apiKey;
  const isOver = status === "REVOKED" || status === "EXPIRED";
  return (
    <li className="flex items-start gap-4 border-t border-line px-5 py-3.5 first:border-0">
      <div className="flex min-w-0 grow flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 font-medium break-words">{apiKey.name}</span>
          {status === "ACTIVE" ? null : (
            <StatusPill
              tone={status === "MAKER_LEFT" ? "late" : "quiet"}
              shape={status === "MAKER_LEFT" ? "triangle" : "struck"}
            >
              {refused[status]()}
            </StatusPill>
          )}
        </p>
        <p className="font-mono text-sm break-all text-ink-2">
          {apiKey.prefix}…{apiKey.last_four}
        </p>
        <p className="text-sm text-ink-2">{inWords(apiKey.scopes)}</p>
        <p className="text-sm text-ink-3">
          {[
            t("Made by {name}, {day}", {
              name: apiKey.created_by_name,
              day: on(apiKey.created_at),
            }),
            last_used_at
              ? t("last used {day}, {time}", {
                  day: on(last_used_at),
                  time: time(last_used_at, timezone),
                })
              : t("never used"),
            revoked_at
              ? t("revoked {day}", { day: on(revoked_at) })
              : expires_at
                ? t("until {day}", { day: on(expires_at) })
                : t("without an end"),
          ].join(" · ")}
        </p>
      </div>
      {isOver ? null : (
        <Button
          kind="ghost"
          size="small"
          aria-label={t("Revoke {name}", { name: apiKey.name })}
          onClick={onRevoke}
        >
          {t("Revoke")}
        </Button>
      )}
    </li>
  );
}
