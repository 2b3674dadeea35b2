import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** What somebody with a slow line waits for; docs/performance.md. */
const MOST_BYTES = 120_000;

/** Fails a build whose pages need more JavaScript, packed, before the first of them is shown. */
export function firstLoad(): Plugin {
  return {
    name: "first-load",
    apply: "build",
    generateBundle(_, bundle) {
      const parts = new Map(
        Object.values(bundle).flatMap((part) =>
          part.type === "chunk" ? [[part.fileName, part]] : [],
        ),
      );
      const first = new Set<string>();
      const add = (name: string) => {
        if (first.has(name)) return;
        first.add(name);
        parts.get(name)?.imports.forEach(add);
      };
      for (const part of parts.values()) if (part.isEntry) add(part.fileName);
      const bytes = [...first].reduce(
        (sum, name) => sum + gzipSync(parts.get(name)?.code ?? "", { level: 9 }).length,
        0,
      );
      if (bytes > MOST_BYTES) {
        this.error(
          `The first load is ${bytes} bytes of packed JavaScript; ${MOST_BYTES} is the most. ` +
            "Load what not every page needs with its route.",
        );
      }
    },
  };
}
