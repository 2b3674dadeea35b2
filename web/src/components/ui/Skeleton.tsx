import { cx } from "@/lib/cx";
import { t } from "../locales";

/** A place that will be filled. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span className={cx("breathing block h-2.5", className)} />
);

/** Rows of a list while it loads, in the height that they will have. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  return (
    <div role="status" aria-label={t("Loading")}>
      {Array.from({ length: rows }, (_, i) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing but its place tells them apart
          key={i}
          className="flex h-[50px] items-center gap-6 border-b border-line px-4 last:border-0"
        >
          <Skeleton className="w-20" />
          <Skeleton className="w-40 grow-0" />
          <span className="grow" />
          <Skeleton className="w-24" />
        </div>
      ))}
    </div>
  );
}
