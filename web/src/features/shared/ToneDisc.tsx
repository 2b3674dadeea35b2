import { cx } from "@/lib/cx";

/** Its tone by shape: empty, half, full; a person is a square, the due day a bar. */
export function ToneDisc({ tone, className }: { tone: string | null; className?: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className={cx("size-5", className)}>
      {tone === null ? (
        <rect x="9" y="0" width="2" height="20" className="fill-ink" />
      ) : tone === "person" ? (
        <rect
          x="3"
          y="3"
          width="14"
          height="14"
          rx="3"
          className="fill-surface stroke-disp"
          strokeWidth="2"
        />
      ) : (
        <>
          <circle cx="10" cy="10" r="7" className="fill-surface stroke-ink-2" strokeWidth="2" />
          {tone === "neutral" ? <path d="M10 3a7 7 0 0 1 0 14z" className="fill-ink-2" /> : null}
          {tone === "firm" ? <circle cx="10" cy="10" r="7" className="fill-ink-2" /> : null}
        </>
      )}
    </svg>
  );
}
