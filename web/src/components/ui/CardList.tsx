import type { ReactNode } from "react";
import type { Opening } from "./DataTable";
import { RowLink } from "./RowLink";
import type { Shown } from "./useWindow";

type Props<T> = Opening<T> & {
  label: string;
  rows: T[];
  rowKey: (row: T) => string;
  card: (row: T) => ReactNode;
  shown: Shown;
  active: number;
};

/** The rows on a phone: a card each, the whole of it a link. */
export function CardList<T>({ label, rows, rowKey, card, shown, active, to, onOpen }: Props<T>) {
  return (
    <ul aria-label={label}>
      {shown.pieces.map((piece) => {
        if ("gap" in piece) {
          return (
            <li key={`gap-${piece.before}`} aria-hidden="true" style={{ height: piece.gap }} />
          );
        }
        const row = rows[piece.index];
        if (row === undefined) return null;
        return (
          <li
            key={rowKey(row)}
            ref={shown.measure}
            data-index={piece.index}
            data-row={piece.index}
            aria-setsize={shown.isPart ? rows.length : undefined}
            aria-posinset={shown.isPart ? piece.index + 1 : undefined}
            className="border-b border-line last:border-0"
          >
            <RowLink
              row={row}
              to={to}
              onOpen={onOpen}
              active={active === piece.index}
              className="block min-h-11 w-full scroll-my-28 px-4 py-3.5 text-left"
            >
              {card(row)}
            </RowLink>
          </li>
        );
      })}
    </ul>
  );
}
