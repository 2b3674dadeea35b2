import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

/** What a page asks for besides its hashed parts. */
const BESIDE = ["/theme.js", "/icon.svg", "/chevron.svg", "/manifest.webmanifest"];

const fileOf = (path: string) => new URL(path, import.meta.url);

/** Writes sw.js: src/sw.js with the names of this build's parts, so that a new build is a new worker. */
export function serviceWorker(): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    enforce: "post", // after index.html is written
    async generateBundle(_, bundle) {
      const parts = Object.keys(bundle).filter((name) => name.startsWith("assets/"));
      const html = bundle["index.html"];
      if (html?.type !== "asset") this.error("There is no index.html to keep.");
      const hash = createHash("sha256").update(html.source).update(parts.toSorted().join());
      for (const name of BESIDE) hash.update(await readFile(fileOf(`public${name}`)));
      const source = await readFile(fileOf("src/sw.js"), "utf8");
      this.emitFile({
        type: "asset",
        fileName: "sw.js",
        source: source
          .replace('"BUILD"', JSON.stringify(hash.digest("hex").slice(0, 12)))
          .replace('["PARTS"]', JSON.stringify([...parts.map((name) => `/${name}`), ...BESIDE])),
      });
    },
  };
}
