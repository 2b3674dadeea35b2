import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Empty, Failure } from "@/components/ui/States";
import { rowsOf } from "@/lib/api/paging";
import { t } from "../locales";
import { exportsQuery, lookAgain } from "./api";
import { ExportCard } from "./ExportCard";
import { ExportRow } from "./ExportRow";

/** Those that were made, and the asking for another. */
export function Exports() {
  const exports = useInfiniteQuery({
    ...exportsQuery,
    refetchInterval: ({ state }) => lookAgain(rowsOf(state.data) ?? []),
  });
  const rows = rowsOf(exports.data);

  if (exports.error && !rows) {
    return (
      <Failure
        error={exports.error}
        what={t("The exports did not load. One that is being made goes on.")}
        retry={() => void exports.refetch()}
      />
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <ExportCard rows={rows ?? []} />
      <Card title={t("Exports")} flush>
        {rows === undefined ? <SkeletonRows rows={3} /> : null}
        {rows?.length === 0 ? <Empty title={t("Nothing was exported yet.")} /> : null}
        {rows && rows.length > 0 ? (
          <ul aria-label={t("Exports")}>
            {rows.map((job) => (
              <ExportRow key={job.job_id} job={job} />
            ))}
          </ul>
        ) : null}
        {exports.hasNextPage ? (
          <div className="border-t border-line px-5 py-3">
            <Button
              size="small"
              busy={exports.isFetchingNextPage}
              onClick={() => void exports.fetchNextPage()}
            >
              {t("Show more")}
            </Button>
          </div>
        ) : null}
        <p className="border-t border-line px-5 py-3.5 text-sm text-ink-3">
          {t(
            "An export can be fetched for seven days. Its link opens without signing in, for a day at most: pass it only to whoever may see everything.",
          )}
        </p>
      </Card>
    </div>
  );
}
