import { intent } from "@/lib/api/client";
import { type ApiError, isApiError } from "@/lib/api/problem";
import { createDraft, type Invoice, type InvoiceBody, saveDraft } from "../api";

/** So long after the last key a draft is saved. */
const PAUSE_MILLIS = 700;

/** So long after nobody answered it is tried again. */
const AGAIN_MILLIS = 2_000;

export type Saving =
  | { state: "clean" | "waiting" | "saving" | "saved" }
  | { state: "failed"; error: unknown }
  | { state: "conflict"; latest: Invoice };

type Snapshot = {
  /** The draft as the server has it; null before its first save. */
  saved: Invoice | null;
  saving: Saving;
};

/** One save: what is written, onto what, and the key by which it is done once. */
type Write = { body: InvoiceBody; onto: Invoice | null; key: string };

/**
 * Keeps the draft on the server, one save at a time, the newest words last. What could not be saved
 * stays here and is tried again; another person's change is never written over unasked.
 */
export class Autosave {
  #now: Snapshot;
  #wanted: InvoiceBody | null = null;
  /** Perhaps done, nobody said so: repeated as it was before anything newer is written. */
  #unanswered: Write | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #onSaved: (saved: Invoice, written: InvoiceBody) => void;

  constructor(first: Invoice | null, onSaved: (saved: Invoice, written: InvoiceBody) => void) {
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

  /** Something changed; while somebody else's change is in the way, it waits for the choice. */
  change(body: InvoiceBody) {
    this.#wanted = body;
    if (this.#now.saving.state === "conflict") return;
    this.#tell({ saving: { state: "waiting" } });
    this.#later(PAUSE_MILLIS);
  }

  /** Saves what waits and answers the draft; null when it could not be saved. */
  async flush(): Promise<Invoice | null> {
    await this.#run();
    return this.#wanted || this.#unanswered ? null : this.#now.saved;
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
    while (this.#now.saving.state !== "conflict") {
      const write = this.#next();
      if (!write) return;
      this.#tell({ saving: { state: "saving" } });
      try {
        const { body, onto, key } = write;
        const saved = onto
          ? await saveDraft(onto.id, onto.version, body, key)
          : await createDraft(body, key);
        this.#tell({ saved, saving: { state: this.#wanted ? "waiting" : "saved" } });
        this.#onSaved(saved, body);
      } catch (error) {
        if (!this.#failed(error, write)) return;
      }
    }
  }

  #next(): Write | null {
    const again = this.#unanswered;
    this.#unanswered = null;
    if (again) return again;
    const body = this.#wanted;
    this.#wanted = null;
    return body && { body, onto: this.#now.saved, key: intent() };
  }

  /** Keeps what was not saved; true when something newer is to be tried at once. */
  #failed(error: unknown, write: Write): boolean {
    if (!isApiError(error) || error.isUnknown || isUnderWay(error)) {
      this.#unanswered = write;
      this.#tell({ saving: { state: "failed", error } });
      if (isApiError(error)) this.#later(AGAIN_MILLIS);
      return false;
    }
    const newer = this.#wanted !== null;
    this.#wanted ??= write.body;
    if (error.isConflict && error.latest) {
      this.#tell({ saving: { state: "conflict", latest: error.latest as Invoice } });
      return false;
    }
    this.#tell({ saving: { state: "failed", error } });
    return newer;
  }

  #tell(change: Partial<Snapshot>) {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The first try of the same write has not ended yet. */
const isUnderWay = (error: ApiError) =>
  error.details.some(({ code }) => code === "IDEMPOTENCY_IN_PROGRESS");
