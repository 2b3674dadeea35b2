import { useSyncExternalStore } from "react";

/** The width from which there is room for a table; the token `--breakpoint-tablet`. */
const PHONE = "(max-width: 760px)";

/** The width from which list and detail stand side by side; the token `--breakpoint-desk`. */
const DESK = "(min-width: 1200px)";

const subscribeTo = (media: string) => (listener: () => void) => {
  const query = matchMedia(media);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
};
const phone = subscribeTo(PHONE);
const desk = subscribeTo(DESK);

/** Whether the screen is as narrow as a phone's. For what differs in more than its classes. */
export const usePhone = () => useSyncExternalStore(phone, () => matchMedia(PHONE).matches);

/** Whether there is room for two panes. */
export const useDesk = () => useSyncExternalStore(desk, () => matchMedia(DESK).matches);
