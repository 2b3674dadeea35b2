import { useSyncExternalStore } from "react";

type Toast = { id: number; words: string; undo?: (() => void) | undefined };

const SHOWN_MILLIS = 6_000;

let toasts: Toast[] = [];
let lastId = 0;
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
  setTimeout(() => dismiss(id), SHOWN_MILLIS);
}

const dismiss = (id: number) => put(toasts.filter((shown) => shown.id !== id));

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-6 z-40 flex flex-col items-center gap-2 px-4 max-tablet:bottom-24"
    >
      {shown.map((one) => (
        <div
          key={one.id}
          className="pointer-events-auto flex items-center gap-4 rounded-[10px] bg-ink-fill px-3.5 py-2.5 font-medium text-on-ink shadow-2 animate-[enter-up_var(--base)_var(--out)]"
        >
          {one.words}
          {one.undo ? (
            <button
              type="button"
              className="font-semibold underline underline-offset-3"
              onClick={() => {
                one.undo?.();
                dismiss(one.id);
              }}
            >
              Undo
            </button>
          ) : null}
        </div>
      ))}
    </div>
  );
}
