import { ArrowDown, ArrowUp } from "lucide-react";
import { cx } from "@/lib/cx";
import { t } from "../locales";
import { Checkbox } from "./Checkbox";
import type { Column, Selection } from "./DataTable";

type Props<T> = {
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  sort?: string | undefined;
  onSort?: ((sort: string) => void) | undefined;
  selection?: Selection<T> | undefined;
};

const head =
  "sticky top-14 z-1 border-b border-line bg-surface-2 text-xs font-semibold text-ink-3 whitespace-nowrap";

export function TableHead<T>({ columns, rows, rowKey, sort, onSort, selection }: Props<T>) {
  const all = selection !== undefined && rows.every((row) => selection.chosen.has(rowKey(row)));
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection ? (
          <th scope="col" className={cx(head, "w-10 pl-3 text-left")}>
            <Checkbox
              label={all ? t("Clear the selection") : t("Select all rows shown")}
              checked={all || (selection.chosen.size > 0 && "some")}
              onChange={() => selection.onChange(new Set(all ? [] : rows.map(rowKey)))}
            />
          </th>
        ) : null}
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            aria-sort={onSort && column.sort ? sorted(column.sort, sort) : undefined}
            style={column.width ? { width: column.width } : undefined}
            className={cx(
              head,
              "px-3 py-2.5",
              column.align === "right" ? "text-right" : "text-left",
              column.wide && "max-desk:hidden",
            )}
          >
            {onSort && column.sort ? (
              <SortButton column={column} by={column.sort} sort={sort} onSort={onSort} />
            ) : (
              column.header
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type SortProps<T> = {
  column: Column<T>;
  by: string;
  sort: string | undefined;
  onSort: (sort: string) => void;
};

function SortButton<T>({ column, by, sort, onSort }: SortProps<T>) {
  const Arrow = sort === by ? ArrowUp : sort === `-${by}` ? ArrowDown : null;
  return (
    <button
      type="button"
      onClick={() => onSort(sort === by ? `-${by}` : by)}
      className="-mx-1.5 inline-flex items-center gap-1 rounded-chip px-1.5 hover:text-ink"
    >
      {column.header}
      {Arrow ? <Arrow aria-hidden="true" className="size-3" /> : null}
    </button>
  );
}

function sorted(by: string, sort: string | undefined) {
  if (sort === by) return "ascending";
  return sort === `-${by}` ? "descending" : "none";
}
