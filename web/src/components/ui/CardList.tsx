import { memo, type ReactNode } from "react";
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
          <Card
            key={rowKey(row)}
            row={row}
            index={piece.index}
            card={card}
            to={to}
            onOpen={onOpen}
            active={active === piece.index}
            size={shown.isPart ? rows.length : undefined}
            measure={shown.measure}
          />
        );
      })}
    </ul>
  );
}

type CardProps<T> = Opening<T> & {
  row: T;
  index: number;
  card: (row: T) => ReactNode;
  active: boolean;
  /** How many are loaded, when only some of them are in the page. */
  size: number | undefined;
  measure: Shown["measure"];
};

function CardOf<T>({ row, index, card, to, onOpen, active, size, measure }: CardProps<T>) {
  return (
    <li
      ref={measure}
      data-index={index}
      data-row={index}
      aria-setsize={size}
      aria-posinset={size && index + 1}
      className="border-b border-line last:border-0"
    >
      <RowLink
        row={row}
        to={to}
        onOpen={onOpen}
        active={active}
        className="block min-h-11 w-full scroll-my-28 px-4 py-3.5 text-left"
      >
        {card(row)}
      </RowLink>
    </li>
  );
}

/** Scrolling draws the cards that come in, not those that stay. */
const Card = memo(CardOf) as typeof CardOf;
