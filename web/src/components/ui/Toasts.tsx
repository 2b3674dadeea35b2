import { useLayoutEffect, useSyncExternalStore } from "react";
import { isCovered, isTyping } from "@/lib/keys";
import { t } from "../locales";

type Toast = { id: number; words: string; undo?: (() => void) | undefined };

const SHOWN_MILLIS = 6_000;
/** Longer where something can be taken back. */
const UNDO_MILLIS = 10_000;

let toasts: Toast[] = [];
let lastId = 0;
const ends = new Map<number, ReturnType<typeof setTimeout>>();
const listeners = new Set<() => void>();

function put(next: Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says that something was done; never what needs an answer. */
export function toast(words: string, undo?: () => void) {
  lastId += 1;
  const id = lastId;
  put([...toasts.slice(-2), { id, words, undo }]);
  expire(id, undo ? UNDO_MILLIS : SHOWN_MILLIS);
}

function expire(id: number, millis: number) {
  clearTimeout(ends.get(id));
  ends.set(
    id,
    setTimeout(() => dismiss(id), millis),
  );
}

function dismiss(id: number) {
  clearTimeout(ends.get(id));
  ends.delete(id);
  put(toasts.filter((shown) => shown.id !== id));
}

function takeBack(one: Toast) {
  dismiss(one.id);
  one.undo?.();
}

/** Ctrl Z takes back what was done last, while its toast is there. */
function onKey(event: KeyboardEvent) {
  if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
  if (event.defaultPrevented || isTyping(event.target) || isCovered()) return;
  const last = toasts.findLast((one) => one.undo);
  if (!last) return;
  event.preventDefault();
  takeBack(last);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  useLayoutEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-6 z-40 flex flex-col items-center gap-2 px-4 max-tablet:bottom-36"
    >
      {shown.map((one) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: only its time stands still
        <div
          key={one.id}
          // who reaches for it has the time to press it
          onPointerEnter={() => clearTimeout(ends.get(one.id))}
          onPointerLeave={() => expire(one.id, SHOWN_MILLIS)}
          onFocus={() => clearTimeout(ends.get(one.id))}
          onBlur={() => expire(one.id, SHOWN_MILLIS)}
          className="pointer-events-auto flex items-center gap-4 rounded-[10px] bg-ink-fill px-3.5 py-2.5 font-medium text-on-ink shadow-2 animate-[enter-up_var(--base)_var(--out)]"
        >
          {one.words}
          {one.undo ? (
            <button
              type="button"
              className="font-semibold underline underline-offset-3"
              aria-keyshortcuts="Control+Z"
              onClick={() => takeBack(one)}
            >
              {t("Undo")}
            </button>
          ) : null}
        </div>
      ))}
    </div>
  );
}
