import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const src = join(import.meta.dirname, "..");

/** Every file of the app with the places it imports from, both from src on. */
const imports = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^test\//.test(file))
  .flatMap((file) =>
    [...readFileSync(join(src, file), "utf8").matchAll(/(?:from|import\()\s*"@\/([^"]+)"/g)].map(
      ([, wanted = ""]) => ({ file, wanted }),
    ),
  );

const feature = (path: string) => /^features\/([^/]+)\//.exec(path)?.[1];

it("leaves to each feature its own insides", () => {
  const reaching = imports.filter(({ file, wanted }) => {
    const [own, other] = [feature(file), feature(wanted)];
    if (!own || !other || own === other || other === "shared") return false;
    return !wanted.endsWith("/api"); // the facts of a feature are for all
  });

  expect(reaching).toEqual([]);
});

it("keeps what all use free of any feature, and features free of the app around them", () => {
  const upwards = imports.filter(
    ({ file, wanted }) =>
      (/^(components|lib)\//.test(file) && /^(features|app)\//.test(wanted)) ||
      (file.startsWith("features/") && wanted.startsWith("app/")),
  );

  expect(upwards).toEqual([]);
});
