import { useLayoutEffect, useRef } from "react";
import { isCovered, isTyping } from "@/lib/keys";
import { places } from "./places";

type Acts = { create: (() => void) | null; command: () => void; go: (to: string) => void };

const byKey = new Map<string, string>(places.map((place) => [place.keys.at(-1) ?? "", place.to]));

/** How long a `g` waits for its second key. */
const PAIR_MILLIS = 1_000;

/** UX-11: `Ctrl K` and `/` ask, `c` creates, `g` and a letter goes. Silent while somebody types. */
export function useShortcuts(acts: Acts) {
  const latest = useRef(acts);
  latest.current = acts;
  // before the page is painted: whoever sees it is heard
  useLayoutEffect(() => {
    let went = 0;
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        latest.current.command();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (isCovered()) return;
      const place = Date.now() - went < PAIR_MILLIS ? byKey.get(event.key) : undefined;
      went = 0;
      if (place) latest.current.go(place);
      else if (event.key === "g") went = Date.now();
      else if (event.key === "c" && latest.current.create) latest.current.create();
      else if (event.key === "/") (search() ?? latest.current.command)();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

/** A list's own search field comes before the command bar. */
function search() {
  const field = document.querySelector<HTMLInputElement>("main input[type=search]");
  return field ? () => field.focus() : undefined;
}
