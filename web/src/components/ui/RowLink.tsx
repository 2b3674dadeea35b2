import { Link } from "@tanstack/react-router";
import type { MouseEvent, ReactNode } from "react";
import type { Opening } from "./DataTable";

type Props<T> = Opening<T> & {
  row: T;
  active: boolean;
  className: string;
  children: ReactNode;
};

/** What opens a row: a real link where it leads somewhere, a button where it shows something. */
export function RowLink<T>({ row, to, onOpen, active, className, children }: Props<T>) {
  const wired = { "data-open": "", tabIndex: active ? 0 : -1, className };
  if (to) {
    return (
      <Link {...to(row)} {...wired}>
        {children}
      </Link>
    );
  }
  if (onOpen) {
    return (
      <button type="button" {...wired} onClick={() => onOpen(row)}>
        {children}
      </button>
    );
  }
  return <span {...wired}>{children}</span>;
}

/** A click anywhere in a row opens it, as its link would; text may still be marked. */
export function openRow(event: MouseEvent<HTMLElement>) {
  if ((event.target as Element).closest("a, button, input, label")) return;
  if (getSelection()?.toString()) return;
  const link = event.currentTarget.querySelector<HTMLElement>("[data-open]");
  if (link instanceof HTMLAnchorElement && (event.ctrlKey || event.metaKey)) {
    open(link.href, "_blank", "noopener");
  } else {
    link?.click();
  }
}
