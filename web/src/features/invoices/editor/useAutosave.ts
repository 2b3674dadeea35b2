import { useCallback, useEffect, useRef, useState } from "react";
import { intent } from "@/lib/api/client";
import { ApiError, isApiError } from "@/lib/api/problem";
import { createDraft, type Invoice, type InvoiceBody, saveDraft, useRefresh } from "../api";

/** So long after the last key a draft is saved. */
const PAUSE_MILLIS = 700;

/** So long after nobody answered it is tried again. */
const AGAIN_MILLIS = 2_000;

export type Saving =
  | { state: "clean" | "waiting" | "saving" | "saved" }
  | { state: "failed"; error: ApiError }
  | { state: "conflict"; latest: Invoice };

/**
 * Keeps the draft on the server, one save at a time, the newest words last. What could not be saved
 * stays in the form and is tried again; another person's change is never written over unasked.
 */
export function useAutosave(first: Invoice | null) {
  const [saved, setSaved] = useState(first);
  const [saving, setSaving] = useState<Saving>({ state: "clean" });
  const refresh = useRefresh();
  const latest = useRef(first);
  const wanted = useRef<InvoiceBody | null>(null);
  const key = useRef(intent());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void> | null>(null);

  const write = useCallback(async () => {
    while (wanted.current) {
      const body = wanted.current;
      wanted.current = null;
      setSaving({ state: "saving" });
      try {
        const before = latest.current;
        const after = before
          ? await saveDraft(before.id, before.version, body)
          : await createDraft(body, key.current);
        latest.current = after;
        setSaved(after);
        setSaving({ state: wanted.current ? "waiting" : "saved" });
      } catch (error) {
        if (!isApiError(error)) throw error;
        wanted.current ??= body;
        if (error.isConflict && error.latest) {
          setSaving({ state: "conflict", latest: error.latest as Invoice });
        } else {
          if (!error.isUnknown) key.current = intent();
          setSaving({ state: "failed", error });
          if (error.isUnknown) timer.current = setTimeout(() => void run(), AGAIN_MILLIS);
        }
        return;
      }
    }
    refresh();
  }, [refresh]);

  const run = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    running.current ??= write().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [write]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    /** The draft as the server has it; null before its first save. */
    saved,
    saving,
    /** Something changed. */
    change(body: InvoiceBody) {
      wanted.current = body;
      setSaving({ state: "waiting" });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void run(), PAUSE_MILLIS);
    },
    /** Saves what waits and answers the draft; null when it could not be saved. */
    async flush(): Promise<Invoice | null> {
      await run();
      return wanted.current ? null : latest.current;
    },
    /** Mine on top of theirs, or theirs instead of mine. */
    settle(theirs: Invoice, keepMine: boolean) {
      latest.current = theirs;
      if (keepMine) {
        void run();
      } else {
        wanted.current = null;
        setSaved(theirs);
        setSaving({ state: "saved" });
      }
    },
  };
}
