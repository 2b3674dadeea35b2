import { Link, type LinkProps } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useDesk } from "@/lib/screen";

type Props = {
  /** The list; undefined where there is no detail to stand beside. */
  list: (() => ReactNode) | undefined;
  /** Where the list is by itself, and what it is called. */
  back: LinkProps;
  label: string;
  children: ReactNode;
};

/** List and detail side by side where there is room; elsewhere the detail with a way back. */
export function TwoPaneLayout({ list, back, label, children }: Props) {
  const desk = useDesk();
  if (!list) return children;
  if (!desk) {
    return (
      <>
        <Link
          {...back}
          className="mx-6 mt-4 -mb-3 inline-flex min-h-8 items-center gap-1.5 rounded-control pr-2 text-sm font-medium text-ink-2 hover:text-ink max-tablet:mx-4 max-tablet:mt-1 max-tablet:min-h-11"
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
          {label}
        </Link>
        {children}
      </>
    );
  }
  return (
    <div className="grid grid-cols-[300px_minmax(0,1fr)]">
      {list()}
      <div className="min-w-0">{children}</div>
    </div>
  );
}
