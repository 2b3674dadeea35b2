import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Drawer } from "@/components/ui/Sheet";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { AgainDialog } from "./AgainDialog";
import { eventQuery, useReprocess } from "./api";
import { Closed } from "./Closed";
import { AroundFacts, Fact, Facts } from "./Facts";
import { t } from "./locales";
import { EventStatus, providerName, when } from "./words";

type Props = { id: string; onClose: () => void };

/** One event: what became of it and whose it is; what the provider told stays closed. */
export function EventDrawer({ id, onClose }: Props) {
  const found = useQuery(eventQuery(id));
  const [asking, setAsking] = useState(false);
  const reprocess = useReprocess(id);
  const event = found.data?.event;
  return (
    <Drawer
      open
      narrow
      onClose={onClose}
      title={t("Webhook event")}
      beside={event ? <EventStatus status={event.status} /> : null}
      foot={
        event?.allowed_actions.includes("REPROCESS") ? (
          <Button kind="ink" onClick={() => setAsking(true)}>
            {t("Reprocess")}
          </Button>
        ) : null
      }
    >
      {found.data && event ? (
        <div className="flex flex-col gap-6 p-6 max-tablet:p-4">
          {event.error ? (
            <p className="text-lg font-semibold [overflow-wrap:anywhere]">{event.error}</p>
          ) : null}
          <Facts>
            <AroundFacts business={found.data.business} workflow={found.data.workflow} />
            <Fact label={t("Provider")}>{providerName(event.provider)}</Fact>
            <Fact label={t("Its id there")}>{event.provider_event_id}</Fact>
            <Fact label={t("Tries")}>{event.attempts}</Fact>
            <Fact label={t("Came")}>{when(event.received_at)}</Fact>
            {event.processed_at ? (
              <Fact label={t("Settled")}>{when(event.processed_at)}</Fact>
            ) : null}
          </Facts>
          {event.payload === "GONE" ? (
            <p className="text-ink-2">
              {t(
                "It cannot be taken again: what the provider told was erased or is past its retention.",
              )}
            </p>
          ) : null}
        </div>
      ) : found.error ? (
        <Closed
          error={found.error}
          what={t("It did not load. Nothing is lost.")}
          retry={() => void found.refetch()}
        />
      ) : (
        <SkeletonRows rows={5} />
      )}
      {asking ? (
        <AgainDialog
          act={reprocess}
          title={t("Take it again?")}
          does={t("Reprocess")}
          done={t("It is taken again.")}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Drawer>
  );
}
