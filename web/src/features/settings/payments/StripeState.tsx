import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "@/components/ui/Button";
import { StatusPill } from "@/components/ui/StatusPill";
import { meQuery } from "@/features/accounts/api";
import { type Integration, isBeingChecked } from "../api";
import { T, t } from "../locales";

type Props = {
  /** The account in use or being tried; undefined for none. */
  stripe: Integration | undefined;
  onConnect: () => void;
  onDisconnect: () => void;
};

export function StripeState({ stripe, onConnect, onDisconnect }: Props) {
  const { email_verified } = useSuspenseQuery(meQuery).data;

  if (!stripe) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="text-ink-2">
          {t(
            "Not connected. Customers pay by transfer or M-PESA, and you record what arrives. With your own Stripe account they pay by card, and payments record themselves.",
          )}
        </p>
        <Button kind="ink" onClick={onConnect} disabled={!email_verified}>
          {t("Connect Stripe")}
        </Button>
        {email_verified ? null : (
          <p className="text-sm text-ink-3">
            <T
              text="Confirm your e-mail address first, under {link}."
              link={
                <Link to="/settings/$section" params={{ section: "me" }} className="underline">
                  {t("Me")}
                </Link>
              }
            />
          </p>
        )}
      </div>
    );
  }
  if (isBeingChecked(stripe)) {
    return (
      <div role="status" className="flex flex-col items-start gap-2">
        <StatusPill tone="plan" shape="clock">
          {t("Being checked")}
        </StatusPill>
        <p className="text-ink-2">
          {t("Stripe has not answered yet. This page asks every two seconds; you can leave it.")}
        </p>
      </div>
    );
  }
  if (stripe.status === "CONNECTED") {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <StatusPill tone="paid" shape="tick">
          {t("Connected")}
        </StatusPill>
        <span className="figures min-w-0 grow truncate text-ink-2">
          {stripe.external_account_id}
        </span>
        <Button size="small" onClick={onConnect}>
          {t("Use other keys")}
        </Button>
        <Button size="small" kind="bad" onClick={onDisconnect}>
          {t("Disconnect")}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col items-start gap-3">
      <StatusPill tone="late" shape="triangle">
        {t("Not working")}
      </StatusPill>
      <p className="text-ink-2">
        {stripe.last_error ?? t("Stripe refused the keys.")}{" "}
        {t("Nobody can pay by card until it works.")}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button kind="ink" onClick={onConnect} disabled={!email_verified}>
          {t("Write new keys")}
        </Button>
        <Button kind="bad" onClick={onDisconnect}>
          {t("Disconnect")}
        </Button>
      </div>
    </div>
  );
}
