import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Card } from "@/components/ui/Card";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Failure } from "@/components/ui/States";
import { toast } from "@/components/ui/Toasts";
import { integrationsQuery } from "../api";
import { t } from "../locales";
import { useMayEdit } from "../ReadOnly";
import { DisconnectDialog } from "./DisconnectDialog";
import { StripeDialog } from "./StripeDialog";
import { StripeState } from "./StripeState";

/** Cards, through the business's own Stripe account. Its state is for whoever may change it. */
export function StripeCard() {
  const mayEdit = useMayEdit();
  const integrations = useQuery({ ...integrationsQuery, enabled: mayEdit });
  const [open, setOpen] = useState<"connect" | "disconnect" | null>(null);
  const close = () => setOpen(null);
  if (!mayEdit) return null;

  const stripe = integrations.data?.find(
    ({ provider, status }) => provider === "stripe" && status !== "DISCONNECTED",
  );
  return (
    <Card title={t("Cards by Stripe")}>
      {integrations.isPending ? <SkeletonRows rows={1} /> : null}
      {integrations.isError ? (
        <Failure
          error={integrations.error}
          what={t("The connection's state did not load. Payments go on.")}
          retry={() => void integrations.refetch()}
        />
      ) : null}
      {integrations.isSuccess ? (
        <StripeState
          stripe={stripe}
          onConnect={() => setOpen("connect")}
          onDisconnect={() => setOpen("disconnect")}
        />
      ) : null}
      {open === "connect" ? (
        <StripeDialog
          webhookPath={stripe?.webhook_path}
          onClose={close}
          onConnected={() => {
            close();
            toast(t("Stripe is connected."));
          }}
        />
      ) : null}
      {open === "disconnect" && stripe ? <DisconnectDialog id={stripe.id} onClose={close} /> : null}
    </Card>
  );
}
