import { cx } from "@/lib/cx";
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
  onToggle: (index: number) => void;
};

export function TableBody<T>(props: Props<T>) {
  return (
    <tbody className="[&>tr:last-child>*]:border-b-0">
      {props.shown.pieces.map((piece) =>
        "gap" in piece ? (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: only room, nothing in it takes the focus
          <tr key={`gap-${piece.before}`} aria-hidden="true">
            <td colSpan={props.columnCount} style={{ height: piece.gap }} className="p-0" />
          </tr>
        ) : (
          <Row key={keyAt(props, piece.index)} {...props} index={piece.index} />
        ),
      )}
    </tbody>
  );
}

function keyAt<T>({ rows, rowKey }: Props<T>, index: number) {
  const row = rows[index];
  return row === undefined ? index : rowKey(row);
}

function Row<T>({ index, ...props }: Props<T> & { index: number }) {
  const { columns, rows, rowKey, selection, shown, to, onOpen, active } = props;
  const row = rows[index];
  if (row === undefined) return null;
  const chosen = selection?.chosen.has(rowKey(row)) ?? false;
  return (
    <tr
      ref={shown.measure}
      data-index={index}
      data-row={index}
      aria-rowindex={shown.isPart ? index + 2 : undefined}
      onClick={openRow}
      className={cx(
        "[&>*]:h-[50px] [&>*]:border-b [&>*]:border-line [&>*]:px-3",
        (to || onOpen) && "cursor-pointer",
        chosen ? "bg-sel" : "hover:bg-surface-2 has-[[data-open]:focus-visible]:bg-surface-2",
      )}
    >
      {selection ? (
        <td className="pr-0!">
          <Checkbox
            label={`Select ${selection.label(row)}`}
            checked={chosen}
            tabIndex={index === active ? 0 : -1}
            onChange={() => props.onToggle(index)}
          />
        </td>
      ) : null}
      {columns.map((column, at) => {
        const look = cx(column.align === "right" && "text-right", column.wide && "max-desk:hidden");
        return at === 0 ? (
          <th key={column.key} scope="row" className={cx("text-left font-normal", look)}>
            <RowLink
              row={row}
              to={to}
              onOpen={onOpen}
              active={index === active}
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
