import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Drawer } from "@/components/ui/Sheet";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { AgainDialog } from "./AgainDialog";
import { type Letter, letterQuery, useRequeue } from "./api";
import { Closed } from "./Closed";
import { DiscardDialog } from "./DiscardDialog";
import { AroundFacts, Fact, Facts } from "./Facts";
import { t } from "./locales";
import { LetterStatus, providerName, when } from "./words";

type Props = { id: string; onClose: () => void };

/** One letter: why it waits, whose it is, and what can be done. */
export function LetterDrawer({ id, onClose }: Props) {
  const found = useQuery(letterQuery(id));
  const [asking, setAsking] = useState<"REQUEUE" | "DISCARD" | null>(null);
  const requeue = useRequeue(id);
  const letter = found.data?.letter;
  const may = (act: Letter["allowed_actions"][number]) => letter?.allowed_actions.includes(act);
  return (
    <Drawer
      open
      narrow
      onClose={onClose}
      title={t("Dead letter")}
      beside={letter ? <LetterStatus status={letter.status} /> : null}
      foot={
        letter?.allowed_actions.length ? (
          <>
            {may("DISCARD") ? (
              <Button onClick={() => setAsking("DISCARD")}>{t("Discard @letter")}</Button>
            ) : null}
            {may("REQUEUE") ? (
              <Button kind="ink" onClick={() => setAsking("REQUEUE")}>
                {t("Requeue")}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      {found.data && letter ? (
        <div className="flex flex-col gap-6 p-6 max-tablet:p-4">
          <p className="text-lg font-semibold [overflow-wrap:anywhere]">{letter.reason}</p>
          <Facts>
            <AroundFacts business={found.data.business} workflow={found.data.workflow} />
            {letter.provider ? (
              <Fact label={t("Provider")}>{providerName(letter.provider)}</Fact>
            ) : null}
            {letter.provider_event_id ? (
              <Fact label={t("Its id there")}>{letter.provider_event_id}</Fact>
            ) : null}
            <Fact label={t("About")}>{letter.entity ?? "–"}</Fact>
            <Fact label={t("Concerns money")}>{letter.payment_related ? t("yes") : t("no")}</Fact>
            <Fact label={t("Tries")}>{letter.attempts}</Fact>
            <Fact label={t("Since")}>{when(letter.created_at)}</Fact>
            {letter.settled_at ? (
              <Fact label={t("Settled")}>
                {t("{when}, by {who}", {
                  when: when(letter.settled_at),
                  who: letter.settled_by ?? "–",
                })}
              </Fact>
            ) : null}
            {letter.settled_because ? (
              <Fact label={t("Instead")}>{letter.settled_because}</Fact>
            ) : null}
          </Facts>
          {letter.status === "OPEN" && !may("REQUEUE") ? (
            <p className="text-ink-2">
              {t(
                "It cannot be tried again: what the provider told is not here any more. Settle it there, then discard it.",
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
      {asking === "REQUEUE" ? (
        <AgainDialog
          act={requeue}
          title={t("Try it again?")}
          does={t("Requeue")}
          done={t("Requeued.")}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === "DISCARD" ? <DiscardDialog id={id} onClose={() => setAsking(null)} /> : null}
    </Drawer>
  );
}
