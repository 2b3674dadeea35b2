import { Fragment, type ReactNode } from "react";
import { language, locale, textFor } from "./language";
import type sw from "./locales/sw";

/** Words that many places use: "Save", "Cancel". */
type Common = keyof typeof sw;

/** The names in braces: "Wait {minutes}" → "minutes" */
type Names<S extends string> = S extends `${string}{${infer N}}${infer Rest}`
  ? N | Names<Rest>
  : never;

type Anyhow = (...said: unknown[]) => string;

type With<S extends string, V> = [Names<S>] extends [never] ? [] : [values: Record<Names<S>, V>];

/** "{n} day | {n} days": the form that the number `n` asks for in the language. */
function form(text: string, n: unknown): string {
  const [one = text, other = one] = text.split(" | ");
  if (typeof n !== "number") return one;
  return new Intl.PluralRules(language()).select(n) === "one" ? one : other;
}

/** The text cut at its names: those stand at the odd places. */
const pieces = (text: string, n: unknown) => form(textFor(text), n).split(/\{(\w+)\}/);

const write = (value: unknown) =>
  typeof value === "number" ? new Intl.NumberFormat(locale()).format(value) : String(value);

function say(text: string, values: Record<string, unknown> = {}): string {
  return pieces(text, values.n)
    .map((piece, at) => (at % 2 ? write(values[piece]) : piece))
    .join("");
}

function Say({ text, ...values }: { text: string; [name: string]: ReactNode }) {
  return pieces(text, values.n).map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text keep their places
    <Fragment key={at}>
      {at % 2 ? (typeof values[piece] === "number" ? write(values[piece]) : values[piece]) : piece}
    </Fragment>
  ));
}

/**
 * What a place says, given the keys of its Swahili catalogue. English stands in the source and is
 * the key; a text that the catalogue lacks does not compile.
 */
export function textsOf<K extends string>() {
  type Text = K | Common;
  return {
    /** A text, its names filled in: `t("{n} day | {n} days", { n: 3 })`. */
    t: say as <S extends Text>(text: S, ...values: With<S, string | number>) => string,
    /** The same with parts of the page in it: `<T text="Sent to {email}" email={<b>…</b>} />`. */
    T: Say as <S extends Text>(props: { text: S } & Record<Names<S>, ReactNode>) => ReactNode,
    /** A text for a constant: called when it is shown, in the language of that moment. */
    later:
      <S extends Text>(...said: [S, ...With<S, string | number>]) =>
      () =>
        (say as Anyhow)(...said),
    /** What a zod rule says: `z.string().min(1, says("Write a name."))`. */
    says: <S extends Text>(...said: [S, ...With<S, string | number>]) => ({
      error: () => (say as Anyhow)(...said),
    }),
  };
}
