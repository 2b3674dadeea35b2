import { useEffect } from "react";

/** What the tab, the history and a screen reader call this page. */
export function usePageTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Duespark`;
  }, [title]);
}
