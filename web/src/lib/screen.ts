import { useSyncExternalStore } from "react";

/** The width from which there is room for a table; the token `--breakpoint-tablet`. */
const PHONE = "(max-width: 760px)";

function subscribe(listener: () => void) {
  const query = matchMedia(PHONE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Whether the screen is as narrow as a phone's. For what differs in more than its classes. */
export const usePhone = () => useSyncExternalStore(subscribe, () => matchMedia(PHONE).matches);
