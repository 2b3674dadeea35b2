import { Link, type LinkProps } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { cx } from "@/lib/cx";
import { isCovered, isTyping } from "@/lib/keys";
import type { More } from "./DataTable";
import { SkeletonRows } from "./Skeleton";

/** Every row is as high, so that none has to be measured while it scrolls. */
const ROW = 66;
/** So many rows before the end the next page is asked for. */
const AHEAD = 15;

type Props<T> = {
  /** What the list is of, such as "Invoices". */
  label: string;
  /** Title, filters. */
  head: ReactNode;
  rows: T[] | undefined;
  rowKey: (row: T) => string;
  /** The row whose detail stands beside the list. */
  chosen: string;
  to: (row: T) => LinkProps;
  /** `j`, `k` and the arrows go to a row as a press on it would. */
  onMove: (row: T) => void;
  /** Two lines. */
  card: (row: T) => ReactNode;
  more: More;
  /** Instead of rows: that there are none, that they did not load. */
  instead?: ReactNode;
};

/** The list beside a detail: narrow, scrolling by itself, one row of it open. */
export function ListPane<T>(props: Props<T>) {
  const { label, rows = [], rowKey, chosen, to, card, more } = props;
  const frame = useRef<HTMLDivElement>(null);
  const at = rows.findIndex((row) => rowKey(row) === chosen);
  const shown = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  const keys = useMoving(frame, rows, at, props.onMove);

  useLayoutEffect(() => {
    if (at < 0) return;
    shown.scrollToIndex(at, { align: "auto" });
  }, [at, shown]);

  const last = shown.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (last < rows.length - AHEAD || !more.hasNextPage) return;
    if (!more.isFetchingNextPage && !more.isFetchNextPageError) more.fetchNextPage();
  }, [last, rows.length, more]);

  return (
    <section
      aria-label={label}
      data-list=""
      className="sticky top-14 flex h-[calc(100dvh-56px)] flex-col border-r border-line"
    >
      <div className="border-b border-line px-4 py-3">{props.head}</div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows' links inside it */}
      <div
        ref={frame}
        onKeyDown={keys}
        className="min-h-0 grow overflow-y-auto overscroll-contain scroll-py-1"
      >
        {props.instead ?? null}
        {props.rows === undefined && !props.instead ? <SkeletonRows /> : null}
        <ul className="relative" style={{ height: shown.getTotalSize() }}>
          {shown.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const isOpen = index === at;
            return (
              <li
                key={rowKey(row)}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0 border-b border-line"
                style={{ height: ROW, transform: `translateY(${start}px)` }}
              >
                <Link
                  {...to(row)}
                  data-open={isOpen ? "" : undefined}
                  aria-current={isOpen ? "page" : undefined}
                  tabIndex={isOpen || (at < 0 && index === 0) ? 0 : -1}
                  className={cx(
                    "flex h-full flex-col justify-center border-l-3 pr-4 pl-[13px] -outline-offset-2",
                    isOpen ? "border-ink bg-surface" : "border-transparent hover:bg-surface-2",
                  )}
                >
                  {card(row)}
                </Link>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

/** `j` and `k` from anywhere on the page, arrows, Home and End while the list has the focus. */
function useMoving<T>(
  frame: React.RefObject<HTMLElement | null>,
  rows: T[],
  at: number,
  onMove: (row: T) => void,
) {
  const follows = useRef(false);
  function go(wanted: number) {
    const index = Math.max(0, Math.min(wanted, rows.length - 1));
    const row = rows[index];
    if (row === undefined || index === at) return;
    follows.current = frame.current?.contains(document.activeElement) ?? false;
    onMove(row);
  }
  const latest = useRef(go);
  latest.current = go;

  useLayoutEffect(() => {
    if (!follows.current) return;
    const open = frame.current?.querySelector<HTMLElement>("[data-open]");
    if (!open) return; // comes with the next rows
    follows.current = false;
    open.focus({ preventScroll: true });
  });

  const here = useRef(at);
  here.current = at;
  useLayoutEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "j" && event.key !== "k") return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || isCovered()) return;
      event.preventDefault();
      latest.current(here.current + (event.key === "j" ? 1 : -1));
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") go(at - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(rows.length - 1);
    else return;
    event.preventDefault();
  };
}
