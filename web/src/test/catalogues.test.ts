import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** For builders of Duespark, who read its code in English too. */
const BUILDERS = ["app/DesignPage.tsx"];

const src = join(import.meta.dirname, "..");
const catalogues = import.meta.glob<Record<string, string>>("../**/locales/sw.ts", {
  eager: true,
  import: "default",
});

type Found = { file: string; texts: Set<string>; bare: string[] };

function read(file: string): Found {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(src, file), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Found = { file, texts: new Set(), bare: [] };
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && /^(t|later|says)$/.test(node.expression.getText())) {
      const [text] = node.arguments;
      if (text && ts.isStringLiteral(text)) found.texts.add(text.text);
    }
    if (ts.isJsxAttribute(node) && node.name.getText() === "text" && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) found.texts.add(node.initializer.text);
    }
    if (isBare(node)) found.bare.push(`${file}: ${node.getText().trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const SPOKEN = /^(label|title|placeholder|hint|aria-label|what|intro|description|alt|act|about)$/;
/** Names, and words of the API and of HTTP, that are the same in every language. */
const NAMES =
  /^(duespark|Duespark|English|Kiswahili|Ctrl K|Esc|M-PESA|Stripe|IBAN|Being checked|Postmark|Amazon SES|Clerk|Authorization|Bearer ?)$/;

/** A text that a person reads, with no way through the catalogue. */
function isBare(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return isWords(node.text);
  if (!ts.isStringLiteral(node) && !ts.isTemplateExpression(node)) return false;
  if (ts.isJsxAttribute(node.parent)) {
    return SPOKEN.test(node.parent.name.getText()) && isWords(node.getText().slice(1, -1));
  }
  const text = ts.isStringLiteral(node)
    ? node.text
    : [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" ");
  return isSentence(text) && !isSaid(node);
}

const isWords = (text: string) => /[A-Za-z]{2,}/.test(text) && !NAMES.test(text.trim());
/** A capital and small letters, alone or before other words: no key, class, path or code. */
const isSentence = (text: string) =>
  /^\s*[A-Z][a-z']+([ ,.:;?]|$)/.test(text) && !NAMES.test(text.trim());

/** Said by a function of the catalogue, or read by builders only: an error, a type, a key. */
function isSaid({ parent }: ts.Node): boolean {
  if (ts.isCallExpression(parent)) return /^(t|later|says)$/.test(parent.expression.getText());
  if (ts.isNewExpression(parent)) return parent.expression.getText() === "Error";
  if (ts.isBinaryExpression(parent)) return /===|!==/.test(parent.operatorToken.getText());
  return ts.isLiteralTypeNode(parent) || ts.isImportDeclaration(parent);
}

/** What is written in a room: the texts that are said, and those that nobody can translate. */
const sources: Found[] = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter(
    (file) => /\.tsx?$/.test(file) && !/(\.test\.tsx?|schema\.ts)$|^test\/|locales\//.test(file),
  )
  .map((file) => read(file));

const namesIn = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

const roomOf = (path: string) =>
  relative(src, join(src, "test", path)).replace("/locales/sw.ts", "");

describe.each(Object.entries(catalogues))("%s", (path, catalogue) => {
  const room = roomOf(path);

  it("holds only texts that are said", () => {
    // what lib says any room may say: those are the words of many places
    const near = sources.filter(({ file }) => room === "lib" || file.startsWith(`${room}/`));

    const stale = Object.keys(catalogue).filter((text) =>
      near.every(({ texts }) => !texts.has(text)),
    );

    expect(stale).toEqual([]);
  });

  it("fills in the same names", () => {
    const other = Object.entries(catalogue).filter(
      ([english, swahili]) => String(namesIn(english)) !== String(namesIn(swahili)),
    );

    expect(other).toEqual([]);
  });

  it("says one thing in one way, as every other place does", () => {
    const others = Object.values(catalogues);

    const torn = Object.entries(catalogue).filter(([english, swahili]) =>
      others.some((one) => (one[english] ?? swahili) !== swahili),
    );

    expect(torn).toEqual([]);
  });
});

it("lets every text through the catalogue", () => {
  const bare = sources.filter(({ file }) => !BUILDERS.includes(file)).flatMap(({ bare }) => bare);

  expect(bare).toEqual([]);
});
