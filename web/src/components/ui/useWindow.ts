import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";

/** From so many rows on only those near the window are in the page. */
const ALL_UNTIL = 200;
const ROW = 50;
const CARD = 104;

export type Shown = {
  /** Whether some of the rows are left out. */
  isPart: boolean;
  /** What to draw, in order: a row, or the room of those left out. */
  pieces: ({ index: number } | { gap: number; before: number })[];
  /** Told the element of each row, whose height may differ. */
  measure: ((element: Element | null) => void) | undefined;
};

type Props = {
  count: number;
  frame: RefObject<HTMLElement | null>;
  phone: boolean;
  /** Stays in the page, so that the focus is never lost by scrolling. */
  active: number;
};

/** Which rows of a long list are in the page. */
export function useWindow({ count, frame, phone, active }: Props): Shown {
  const isPart = count > ALL_UNTIL;
  const [top, setTop] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands above may change with any of them
  useLayoutEffect(() => {
    const box = frame.current?.getBoundingClientRect();
    if (box) setTop(Math.round(box.top + scrollY));
  }, [count, phone, frame]);
  const rows = useWindowVirtualizer({
    count: isPart ? count : 0,
    estimateSize: () => (phone ? CARD : ROW),
    overscan: 6,
    scrollMargin: top,
    rangeExtractor: (range) =>
      [...new Set([Math.min(active, count - 1), ...defaultRangeExtractor(range)])].sort(
        (a, b) => a - b,
      ),
  });
  if (!isPart) {
    return {
      isPart,
      pieces: Array.from({ length: count }, (_, index) => ({ index })),
      measure: undefined,
    };
  }
  const pieces: Shown["pieces"] = [];
  let end = 0;
  for (const row of rows.getVirtualItems()) {
    const start = row.start - top;
    if (start > end) pieces.push({ gap: start - end, before: row.index });
    pieces.push({ index: row.index });
    end = row.end - top;
  }
  if (rows.getTotalSize() > end) pieces.push({ gap: rows.getTotalSize() - end, before: count });
  return { isPart, pieces, measure: rows.measureElement };
}
