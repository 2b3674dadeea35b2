import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Failure } from "@/components/ui/States";
import { toast } from "@/components/ui/Toasts";
import { rowsOf } from "@/lib/api/paging";
import { t } from "../locales";
import { sessionsQuery, useEndOthers } from "./api";
import { SessionRow } from "./SessionRow";

/** Where the person is signed in, this device first. */
export function SessionsCard() {
  const sessions = useInfiniteQuery(sessionsQuery);
  const endOthers = useEndOthers();
  const rows = rowsOf(sessions.data);
  const sorted = rows?.toSorted((one, other) => Number(other.current) - Number(one.current));
  const hasOthers = rows?.some(({ current }) => !current) || sessions.hasNextPage;

  return (
    <Card title={t("Devices")} flush>
      {sessions.isPending ? <SkeletonRows rows={2} /> : null}
      {sessions.isError && !rows ? (
        <Failure
          error={sessions.error}
          what={t("Your devices did not load. They stay signed in.")}
          retry={() => void sessions.refetch()}
        />
      ) : null}
      {sorted ? (
        <ul aria-label={t("Devices")}>
          {sorted.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      ) : null}
      {sessions.hasNextPage ? (
        <div className="border-t border-line px-5 py-3 max-tablet:px-4">
          <Button
            size="small"
            busy={sessions.isFetchingNextPage}
            onClick={() => void sessions.fetchNextPage()}
          >
            {t("Show more")}
          </Button>
        </div>
      ) : null}
      {sorted ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-t border-line px-5 py-3.5 max-tablet:px-4">
          <p className="min-w-0 grow basis-72 text-sm text-ink-3">
            {hasOthers
              ? t("Not one of yours? Log it out, then change your password.")
              : t("You are signed in nowhere else.")}
          </p>
          {hasOthers ? (
            <Button
              size="small"
              busy={endOthers.isPending}
              onClick={() =>
                endOthers.mutate(undefined, {
                  onSuccess: ({ ended }) =>
                    toast(
                      t("{n} device is logged out. | {n} devices are logged out.", { n: ended }),
                    ),
                  onError: (error) => toast(error.message),
                })
              }
            >
              {t("Log out all other devices")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </Card>
  );
}
