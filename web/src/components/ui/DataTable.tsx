import type { LinkProps } from "@tanstack/react-router";
import { type ReactNode, useCallback, useRef } from "react";
import { cx } from "@/lib/cx";
import { usePhone } from "@/lib/screen";
import { t } from "../locales";
import { BulkBar } from "./BulkBar";
import { Button } from "./Button";
import { CardList } from "./CardList";
import { SkeletonRows } from "./Skeleton";
import { TableBody } from "./TableBody";
import { TableHead } from "./TableHead";
import { useRowKeys } from "./useRowKeys";
import { useWindow } from "./useWindow";

export type Column<T> = {
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Pixels; columns without it share what is left. */
  width?: number;
  align?: "right";
  /** What the API calls it, when the list can be sorted by it. */
  sort?: string;
  /** Left out where there is little room. */
  wide?: boolean;
};

export type Selection<T> = {
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
  /** What a screen reader calls the row, such as "INV-0142". */
  label: (row: T) => string;
  /** What stands beside "2 selected": the sum, the acts. */
  bar: (rows: T[]) => ReactNode;
};

/** An infinite query, as far as a list needs it. */
export type More = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
};

export type Opening<T> = {
  /** Where a row leads; the first cell becomes the link. */
  to?: ((row: T) => LinkProps) | undefined;
  /** What a row opens when it leads nowhere; the first cell becomes the button. */
  onOpen?: ((row: T) => void) | undefined;
};

type Props<T> = Opening<T> & {
  /** What the list is of, such as "Invoices". */
  label: string;
  columns: Column<T>[];
  /** Undefined while nothing is loaded yet. */
  rows: T[] | undefined;
  rowKey: (row: T) => string;
  /** The row on a phone. */
  card: (row: T) => ReactNode;
  /** Shown instead of a list without rows. */
  empty: ReactNode;
  /** "due_date", or "-due_date" for the last first. */
  sort?: string | undefined;
  onSort?: ((sort: string) => void) | undefined;
  selection?: Selection<T> | undefined;
  more?: More | undefined;
  total?: number | null | undefined;
  /** Rows of an older question are still shown. */
  stale?: boolean | undefined;
};

/** The house's list: a table, and cards on a phone; by mouse, by keyboard, by screen reader. */
export function DataTable<T>(props: Props<T>) {
  const { label, rows, rowKey, selection, more, total } = props;
  const phone = usePhone();
  const frame = useRef<HTMLDivElement>(null);
  const lastToggled = useRef<number | null>(null);
  const keys = useRowKeys({
    count: rows?.length ?? 0,
    frame,
    onEnd: () => more?.hasNextPage && !more.isFetchingNextPage && more.fetchNextPage(),
    onChoose: selection && toggle,
  });
  const shown = useWindow({ count: rows?.length ?? 0, frame, phone, active: keys.active });

  /** With the shift key all rows from the last one on become what that one is. */
  function toggle(index: number, range: boolean) {
    const row = rows?.[index];
    if (!selection || !row) return;
    const next = new Set(selection.chosen);
    const from = lastToggled.current;
    const anchor = range && from !== null ? rows[from] : undefined;
    if (from !== null && anchor !== undefined) {
      const chosen = next.has(rowKey(anchor));
      for (const one of rows.slice(Math.min(from, index), Math.max(from, index) + 1)) {
        if (chosen) next.add(rowKey(one));
        else next.delete(rowKey(one));
      }
    } else if (!next.delete(rowKey(row))) next.add(rowKey(row));
    lastToggled.current = index;
    selection.onChange(next);
  }

  const latest = useRef(toggle);
  latest.current = toggle;
  const onToggle = useCallback((index: number, range: boolean) => latest.current(index, range), []);

  if (rows?.length === 0) return props.empty;
  const list = { ...props, rows: rows ?? [], shown, active: keys.active };
  const columns = props.columns.length + (selection ? 1 : 0);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows' links inside it */}
      <div
        ref={frame}
        data-list=""
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        aria-busy={props.stale || rows === undefined}
        className={cx(
          "overflow-clip rounded-card border border-line bg-surface shadow-1 transition-opacity",
          props.stale && "opacity-60",
        )}
      >
        {rows === undefined ? (
          <SkeletonRows />
        ) : phone ? (
          <CardList {...list} />
        ) : (
          <table
            aria-label={label}
            aria-rowcount={shown.isPart ? rowCount(rows.length, more, total) : undefined}
            className="w-full table-fixed border-separate border-spacing-0"
          >
            <TableHead {...list} />
            <TableBody {...list} columnCount={columns} onToggle={onToggle} />
          </table>
        )}
      </div>
      {rows && more ? (
        <div className="flex min-h-12 items-center justify-between gap-3 px-1 py-2 text-sm text-ink-3">
          <span role="status">
            {total ? t("{count} of {total} shown", { count: rows.length, total }) : null}
            {more.isFetchNextPageError ? ` ${t("The next ones did not load.")}` : null}
          </span>
          {more.hasNextPage ? (
            <Button size="small" busy={more.isFetchingNextPage} onClick={more.fetchNextPage}>
              {t("Load more")}
            </Button>
          ) : null}
        </div>
      ) : null}
      {selection && rows && !phone ? (
        <BulkBar count={selection.chosen.size} onClear={() => selection.onChange(new Set())}>
          {selection.chosen.size > 0
            ? selection.bar(rows.filter((row) => selection.chosen.has(rowKey(row))))
            : null}
        </BulkBar>
      ) : null}
    </>
  );
}

/** With the head; -1 says that nobody knows yet. */
function rowCount(loaded: number, more: More | undefined, total: number | null | undefined) {
  if (!more?.hasNextPage) return loaded + 1;
  return total ? total + 1 : -1;
}
