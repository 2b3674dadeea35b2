import type { ReactNode } from "react";
import { cx } from "@/lib/cx";

type Props = {
  title?: ReactNode;
  /** At the right of the title. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
  /** Rows bring their own padding. */
  flush?: boolean | undefined;
};

export function Card({ title, aside, children, className, flush }: Props) {
  return (
    <section className={cx("rounded-card border border-line bg-surface shadow-1", className)}>
      {title ? (
        <header className="flex items-center gap-3 border-b border-line px-5 py-3.5">
          <h2 className="grow text-lg font-semibold tracking-[-0.01em]">{title}</h2>
          {aside}
        </header>
      ) : null}
      {flush ? children : <div className="p-5">{children}</div>}
    </section>
  );
}
