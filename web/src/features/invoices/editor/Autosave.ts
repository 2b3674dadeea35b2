import { intent } from "@/lib/api/client";
import { type ApiError, isApiError } from "@/lib/api/problem";
import { createDraft, type Invoice, type InvoiceBody, saveDraft } from "../api";

/** So long after the last key a draft is saved. */
const PAUSE_MILLIS = 700;

/** So long after nobody answered it is tried again. */
const AGAIN_MILLIS = 2_000;

export type Saving =
  | { state: "clean" | "waiting" | "saving" | "saved" }
  | { state: "failed"; error: ApiError }
  | { state: "conflict"; latest: Invoice };

type Snapshot = {
  /** The draft as the server has it; null before its first save. */
  saved: Invoice | null;
  saving: Saving;
};

/**
 * Keeps the draft on the server, one save at a time, the newest words last. What could not be saved
 * stays here and is tried again; another person's change is never written over unasked.
 */
export class Autosave {
  #now: Snapshot;
  #wanted: InvoiceBody | null = null;
  #key = intent();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #onSaved: () => void;

  constructor(first: Invoice | null, onSaved: () => void) {
    this.#now = { saved: first, saving: { state: "clean" } };
    this.#onSaved = onSaved;
  }

  readonly snapshot = () => this.#now;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Something changed. */
  change(body: InvoiceBody) {
    this.#wanted = body;
    this.#tell({ saving: { state: "waiting" } });
    this.#later(PAUSE_MILLIS);
  }

  /** Saves what waits and answers the draft; null when it could not be saved. */
  async flush(): Promise<Invoice | null> {
    await this.#run();
    return this.#wanted ? null : this.#now.saved;
  }

  /** Mine on top of theirs, or theirs instead of mine. */
  settle(theirs: Invoice, keepMine: boolean) {
    if (!keepMine) this.#wanted = null;
    this.#tell({ saved: theirs, saving: { state: keepMine ? "waiting" : "saved" } });
    if (keepMine) void this.#run();
  }

  #later(millis: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), millis);
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#write().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #write() {
    while (this.#wanted) {
      const body = this.#wanted;
      this.#wanted = null;
      this.#tell({ saving: { state: "saving" } });
      try {
        const before = this.#now.saved;
        const saved = before
          ? await saveDraft(before.id, before.version, body)
          : await createDraft(body, this.#key);
        this.#tell({ saved, saving: { state: this.#wanted ? "waiting" : "saved" } });
      } catch (error) {
        if (!isApiError(error)) throw error;
        this.#wanted ??= body;
        this.#failed(error);
        return;
      }
      this.#onSaved();
    }
  }

  #failed(error: ApiError) {
    if (error.isConflict && error.latest) {
      this.#tell({ saving: { state: "conflict", latest: error.latest as Invoice } });
      return;
    }
    this.#tell({ saving: { state: "failed", error } });
    if (error.isUnknown) this.#later(AGAIN_MILLIS);
    else this.#key = intent(); // refused: the next try says something else
  }

  #tell(change: Partial<Snapshot>) {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }
}
