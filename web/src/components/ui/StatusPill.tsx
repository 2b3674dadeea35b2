import type { ReactNode } from "react";
import { cx } from "@/lib/cx";

export type Tone = "quiet" | "plan" | "part" | "paid" | "late" | "disp";
export type Shape =
  | "dashed"
  | "clock"
  | "ring"
  | "seen"
  | "half"
  | "triangle"
  | "speech"
  | "bars"
  | "tick"
  | "struck";

export const tones: Record<Tone, string> = {
  quiet: "text-quiet bg-quiet-bg",
  plan: "text-plan bg-plan-bg",
  part: "text-part bg-part-bg",
  paid: "text-paid bg-paid-bg",
  late: "text-late bg-late-bg",
  disp: "text-disp bg-disp-bg",
};

const ring = <circle cx="5" cy="5" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.5" />;

const shapes: Record<Shape, ReactNode> = {
  dashed: (
    <circle
      cx="5"
      cy="5"
      r="4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2 1.6"
    />
  ),
  clock: (
    <>
      {ring}
      <path d="M5 2.8V5l1.6 1.2" fill="none" stroke="currentColor" strokeWidth="1.3" />
    </>
  ),
  ring,
  seen: (
    <>
      {ring}
      <circle cx="5" cy="5" r="1.8" fill="currentColor" />
    </>
  ),
  half: (
    <>
      {ring}
      <path d="M5 .8a4.2 4.2 0 0 1 0 8.4z" fill="currentColor" />
    </>
  ),
  triangle: <path d="M5 0l5 9.4H0z" fill="currentColor" />,
  speech: <path d="M1 1h8v6H5.2L3 9.4V7H1z" fill="currentColor" />,
  bars: <path d="M2 1h2v8H2zM6 1h2v8H6z" fill="currentColor" />,
  tick: (
    <path
      d="M1 5.4l2.7 2.7L9 2.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  struck: (
    <>
      {ring}
      <path d="M2 8l6-6" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
};

/** A shape, a word, a colour, in that order: readable in grey and in a hurry. */
export function StatusPill({
  tone,
  shape,
  children,
}: {
  tone: Tone;
  shape: Shape;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex h-[22px] items-center gap-1.5 rounded-chip pr-2 pl-[7px] text-xs font-semibold whitespace-nowrap",
        tones[tone],
      )}
    >
      <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5">
        {shapes[shape]}
      </svg>
      {children}
    </span>
  );
}
