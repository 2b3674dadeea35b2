import { page } from "./page";

const MISSED = "missed-part";

/**
 * A page that was loaded before a deploy asks for parts that are gone; a fresh one knows their new
 * names. Once for each part: what the fresh page misses too is an error to show. Without a network
 * the page at hand is better than none.
 */
export function reloadWhenPartsAreGone() {
  addEventListener("vite:preloadError", (event) => {
    const missed = event.payload.message;
    if (!navigator.onLine || sessionStorage.getItem(MISSED) === missed) return;
    sessionStorage.setItem(MISSED, missed);
    event.preventDefault();
    page.reload();
  });
}
