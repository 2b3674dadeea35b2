import { Monitor, Smartphone } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { toast } from "@/components/ui/Toasts";
import { dayOf, fullDay, moment } from "@/lib/dates";
import { t } from "../locales";
import { type Session, useEndSession } from "./api";
import { useReader } from "./useReader";

const HELD = /^(Android|iPhone|iPad)$/;

/** "Chrome on Android" */
function deviceOf({ browser, system }: Session) {
  if (browser && system) return t("{browser} on {system}", { browser, system });
  return browser ?? system ?? t("Unknown device");
}

export function SessionRow({ session }: { session: Session }) {
  const { timezone, today } = useReader();
  const end = useEndSession();
  const device = deviceOf(session);
  const began = fullDay(dayOf(session.created_at, timezone));
  const Icon = HELD.test(session.system ?? "") ? Smartphone : Monitor;
  return (
    <li className="flex items-start gap-3 border-t border-line px-5 py-3.5 first:border-0 max-tablet:px-4">
      <Icon className="mt-0.5 size-5 shrink-0 text-ink-3" strokeWidth={1.75} />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          <span className="min-w-0 break-words">{device}</span>
          {session.current ? (
            <span className="font-normal text-ink-3">{t("this device")}</span>
          ) : null}
        </p>
        <p className="text-sm break-words text-ink-3">
          {[
            ...(session.current
              ? [t("Signed in {day}", { day: began })]
              : [
                  t("Last used {moment}", {
                    moment: moment(session.last_used_at, timezone, today),
                  }),
                  t("signed in {day}", { day: began }),
                ]),
            session.ip_address,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {session.current ? null : (
        <Button
          kind="ghost"
          size="small"
          busy={end.isPending}
          aria-label={t("Log out {device}", { device })}
          onClick={() =>
            end.mutate(session, {
              onSuccess: () => toast(t("{device} is logged out.", { device })),
              onError: (error) => toast(error.message),
            })
          }
        >
          {t("Log out")}
        </Button>
      )}
    </li>
  );
}
