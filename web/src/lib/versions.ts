import { textsOf } from "./texts";

const { t } = textsOf();

/** What a merge patch says: absent stays, null clears. */
export type Changes<V> = {
  [K in keyof V]?: V[K] extends readonly unknown[]
    ? V[K]
    : V[K] extends object
      ? Changes<V[K]>
      : V[K] | null;
};

/** One field of two versions; `mine` is null where I changed nothing. */
export type Difference = { field: string; mine: string | null; newer: string };

type Tree = { [key: string]: unknown };
const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Equal in content; lists are compared in their order. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (!isTree(a) || !isTree(b)) return JSON.stringify(a) === JSON.stringify(b);
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame(a[key], b[key]));
};

/** What makes `after` of `before`; a text that was emptied is cleared. */
export function changesOf<V extends object>(before: V, after: V): Changes<V> {
  const old = before as Tree;
  const changes: Tree = {};
  for (const [key, value] of Object.entries(after)) {
    if (isSame(old[key], value)) continue;
    if (isTree(value)) changes[key] = changesOf((old[key] ?? {}) as Tree, value);
    else changes[key] = value === "" ? null : value;
  }
  return changes as Changes<V>;
}

function fields(values: Tree, prefix = ""): [string, unknown][] {
  return Object.entries(values).flatMap(([key, value]) =>
    isTree(value) ? fields(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value]],
  );
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  return String(value).startsWith("data:image/") ? t("a picture") : String(value);
}

/** The fields in which my version and the newer one would differ. */
export function differences<V extends object>(before: V, mine: V, newer: V): Difference[] {
  const was = new Map(fields(before as Tree));
  const theirs = new Map(fields(newer as Tree));
  return fields(mine as Tree)
    .filter(([field, value]) => !isSame(value, theirs.get(field)))
    .map(([field, value]) => ({
      field,
      mine: isSame(value, was.get(field)) ? null : words(value),
      newer: words(theirs.get(field)),
    }));
}
