import { useEffect } from "react";

/** What the tab, the history and a screen reader call this page; undefined until that is known. */
export function usePageTitle(title: string | undefined) {
  useEffect(() => {
    document.title = title ? `${title} · Duespark` : "Duespark";
  }, [title]);
}
