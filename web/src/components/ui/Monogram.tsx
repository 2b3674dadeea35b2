import { cx } from "@/lib/cx";

/** Two letters that stand for somebody; the name is beside it. */
export function Monogram({ name, big }: { name: string; big?: boolean }) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? `${words[0]?.[0]}${words[1]?.[0]}` : name.slice(0, 2);
  return (
    <span
      aria-hidden="true"
      className={cx(
        "grid shrink-0 place-items-center bg-quiet-bg font-bold text-ink-2 uppercase",
        big ? "size-9 rounded-[10px] text-sm" : "size-[22px] rounded-chip text-[11px]",
      )}
    >
      {letters}
    </span>
  );
}
