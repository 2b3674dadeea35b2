import type { ReactNode } from "react";
import { cx } from "@/lib/cx";
import { type Tone, tones } from "./StatusPill";

type Props = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  className?: string | undefined;
};

/** Sentences that stay until they are dealt with. A failure is read out at once. */
export function Notice({ tone = "quiet", title, children, className }: Props) {
  return (
    <div
      role={tone === "late" ? "alert" : "status"}
      className={cx("rounded-control px-3.5 py-3", tones[tone], className)}
    >
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  );
}
