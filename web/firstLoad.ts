import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** What somebody with a slow line waits for; docs/performance.md. */
const MOST_BYTES = 120_000;

/** Fails a build whose pages need more JavaScript, packed, before the first of them is shown. */
export function firstLoad(): Plugin {
  return {
    name: "first-load",
    apply: "build",
    generateBundle: {
      order: "post", // earlier the pages' own files are not named in it, and there is no index.html
      handler(_, bundle) {
        const html = bundle["index.html"];
        if (html?.type !== "asset") return this.error("There is no index.html to measure.");
        const names = [...String(html.source).matchAll(/assets\/[^"]+\.js/g)].map(([name]) => name);
        const bytes = names.reduce((sum, name) => {
          const part = bundle[name];
          if (part?.type !== "chunk") return this.error(`index.html asks for ${name}: what is it?`);
          return sum + gzipSync(part.code, { level: 9 }).length;
        }, 0);
        if (names.length === 0 || bytes > MOST_BYTES) {
          this.error(
            `The first load is ${bytes} bytes of packed JavaScript; ${MOST_BYTES} is the most. ` +
              "Load what not every page needs with its route.",
          );
        }
      },
    },
  };
}
