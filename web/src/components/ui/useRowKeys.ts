import {
  type FocusEvent,
  type KeyboardEvent as ReactKeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { isCovered, isTyping } from "@/lib/keys";

type Props = {
  count: number;
  frame: RefObject<HTMLElement | null>;
  /** Somebody wants to go past the last row. */
  onEnd: () => void;
  onChoose?: ((index: number, range: boolean) => void) | undefined;
};

/** The first list of the page answers to `j` and `k` from anywhere. */
const isFirst = (list: HTMLElement | null) =>
  list !== null && document.querySelector("[data-list]") === list;

/**
 * Keys of a list: `j` `k` and arrows move, Home and End jump, `x` chooses, with shift all up to
 * here; Enter opens because the
 * focus is on the row's own link. One row is in the order of Tab: the active one.
 */
export function useRowKeys({ count, frame, onEnd, onChoose }: Props) {
  const [wanted, setWanted] = useState(0);
  const active = Math.min(wanted, Math.max(count - 1, 0));
  const moved = useRef(false);

  function go(index: number) {
    if (index >= count) onEnd();
    moved.current = true;
    setWanted(Math.max(0, Math.min(index, count - 1)));
  }

  useLayoutEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    rowAt(frame.current, active)?.focus();
  });

  const enter = useRef(() => {});
  enter.current = () => rowAt(frame.current, active)?.focus();
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "j" && event.key !== "k") return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || isCovered() || !isFirst(frame.current)) return;
      if ((event.target as Element).closest("[data-list]")) return;
      event.preventDefault();
      enter.current();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [frame]);

  function onKeyDown(event: ReactKeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "j" || event.key === "ArrowDown") go(active + 1);
    else if (event.key === "k" || event.key === "ArrowUp") go(active - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(count - 1);
    else if (event.key.toLowerCase() === "x" && onChoose) onChoose(active, event.shiftKey);
    else return;
    event.preventDefault();
  }

  function onFocus(event: FocusEvent) {
    const row = event.target.closest<HTMLElement>("[data-row]");
    if (row) setWanted(Number(row.dataset.row));
  }

  return { active, onKeyDown, onFocus };
}

const rowAt = (list: HTMLElement | null, index: number) =>
  list?.querySelector<HTMLElement>(`[data-row="${index}"] [data-open]`);
