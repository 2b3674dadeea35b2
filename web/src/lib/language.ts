import { useSyncExternalStore } from "react";

/** The languages that the screens speak, each called as its speakers call it. */
export const languages = { en: "English", sw: "Kiswahili" } as const;
export type Language = keyof typeof languages;

export type Catalogue = Record<string, string>;
type Catalogues = Record<Exclude<Language, "en">, () => Promise<Catalogue>>;

const KEPT = "locale";
/** English of no country: days come before months, as on the invoices. */
const PLAIN = "en-GB";

let catalogues: Partial<Catalogues> = {};
let texts: Catalogue = {};
let spoken: Language = "en";
let current = PLAIN;
const listeners = new Set<() => void>();

function languageOf(locale: string): Language | undefined {
  const [first = ""] = locale.toLowerCase().split(/[-_]/);
  return first in languages ? (first as Language) : undefined;
}

/** How days and amounts of an account's locale are written. */
export const written = (wanted: string) => (wanted === "en" ? PLAIN : wanted);

/** How amounts are written: "sw-KE". */
export const locale = () => current;

/** What the screens speak. */
export const language = () => spoken;

/** How days are written: their words are of the language of the screen. */
export const dateLocale = () => (current.startsWith(spoken) ? current : PLAIN);

/**
 * A text in the language of the screen; English stands in the source. Where one English word has two
 * meanings, a note tells them apart: "Look @act".
 */
export const textFor = (english: string) => texts[english] ?? english.replace(/ @\w+$/, "");

const load = (wanted: Exclude<Language, "en">) =>
  catalogues[wanted]?.().catch(() => undefined) ?? Promise.resolve(undefined);

/** Speaks as this locale says; a language whose texts do not arrive leaves the words as they are. */
async function change(wanted: string): Promise<void> {
  const next = languageOf(wanted) ?? "en";
  if (next !== spoken) {
    const found = next === "en" ? {} : await load(next);
    if (found) {
      texts = found;
      spoken = next;
    }
  }
  if (supported(wanted)) current = written(wanted);
  document.documentElement.lang = spoken;
  for (const listener of listeners) listener();
}

/** Speaks so from now on, at the next start too. */
export function speak(wanted: string): Promise<void> {
  localStorage.setItem(KEPT, wanted);
  return change(wanted);
}

/** The language of the start: what was spoken here last, or else what the browser asks for. */
export function beginToSpeak(known: Catalogues): Promise<void> {
  catalogues = known;
  const asked = navigator.languages.find((tag) => languageOf(tag) !== undefined);
  return change(localStorage.getItem(KEPT) ?? asked ?? PLAIN);
}

/** A locale comes from an account, and nobody checks that it is one. */
function supported(tag: string) {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For what has to be drawn anew when words, days or amounts are written otherwise. */
export const useSpoken = () => useSyncExternalStore(subscribe, () => `${spoken} ${current}`);
