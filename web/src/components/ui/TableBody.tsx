import { memo } from "react";
import { cx } from "@/lib/cx";
import { t } from "../locales";
import { Checkbox } from "./Checkbox";
import type { Column, Opening, Selection } from "./DataTable";
import { openRow, RowLink } from "./RowLink";
import type { Shown } from "./useWindow";

type Props<T> = Opening<T> & {
  columns: Column<T>[];
  columnCount: number;
  rows: T[];
  rowKey: (row: T) => string;
  selection?: Selection<T> | undefined;
  shown: Shown;
  active: number;
  onToggle: (index: number, range: boolean) => void;
};

export function TableBody<T>(props: Props<T>) {
  const { columns, columnCount, rows, rowKey, selection, shown, active, onToggle } = props;
  return (
    <tbody className="[&>tr:last-child>*]:border-b-0">
      {shown.pieces.map((piece) => {
        if ("gap" in piece) {
          return (
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: only room, nothing in it takes the focus
            <tr key={`gap-${piece.before}`} aria-hidden="true">
              <td colSpan={columnCount} style={{ height: piece.gap }} className="p-0" />
            </tr>
          );
        }
        const row = rows[piece.index];
        if (row === undefined) return null;
        return (
          <Row
            key={rowKey(row)}
            row={row}
            index={piece.index}
            columns={columns}
            to={props.to}
            onOpen={props.onOpen}
            label={selection?.label(row)}
            chosen={selection?.chosen.has(rowKey(row)) ?? false}
            active={piece.index === active}
            isPart={shown.isPart}
            measure={shown.measure}
            onToggle={onToggle}
          />
        );
      })}
    </tbody>
  );
}

type RowProps<T> = Opening<T> & {
  row: T;
  index: number;
  columns: Column<T>[];
  /** What it is called when it can be selected. */
  label: string | undefined;
  chosen: boolean;
  active: boolean;
  isPart: boolean;
  measure: Shown["measure"];
  onToggle: (index: number, range: boolean) => void;
};

function RowOf<T>({ row, index, columns, to, onOpen, active, ...props }: RowProps<T>) {
  return (
    <tr
      ref={props.measure}
      data-index={index}
      data-row={index}
      aria-rowindex={props.isPart ? index + 2 : undefined}
      onClick={openRow}
      className={cx(
        "[&>*]:h-[50px] [&>*]:border-b [&>*]:border-line [&>*]:px-3",
        (to || onOpen) && "cursor-pointer",
        props.chosen ? "bg-sel" : "hover:bg-surface-2 focus-within:bg-surface-2",
      )}
    >
      {props.label === undefined ? null : (
        <td className="pr-0!">
          <Checkbox
            label={t("Select {label}", { label: props.label })}
            checked={props.chosen}
            tabIndex={active ? 0 : -1}
            onChange={(shift) => props.onToggle(index, shift)}
          />
        </td>
      )}
      {columns.map((column, at) => {
        const look = cx(column.align === "right" && "text-right", column.wide && "max-desk:hidden");
        return at === 0 ? (
          <th key={column.key} scope="row" className={cx("text-left font-normal", look)}>
            <RowLink
              row={row}
              to={to}
              onOpen={onOpen}
              active={active}
              className="block max-w-full scroll-my-28 truncate text-left font-semibold"
            >
              {column.cell(row)}
            </RowLink>
          </th>
        ) : (
          <td key={column.key} className={look}>
            {column.cell(row)}
          </td>
        );
      })}
    </tr>
  );
}

/** Scrolling draws the rows that come in, not those that stay. */
const Row = memo(RowOf) as typeof RowOf;
