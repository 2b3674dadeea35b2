import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { firstLoad } from "./firstLoad.ts";
import { serviceWorker } from "./serviceWorker.ts";

/** Where the API is while developing; `./duespark up --dev` says so. */
const api = process.env.DUESPARK_API ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react(), tailwindcss(), firstLoad(), serviceWorker()],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  server: {
    port: Number(process.env.DUESPARK_WEB_PORT ?? 5173),
    strictPort: true,
    // with the host that the browser asked: to the API its own pages are of one origin
    proxy: Object.fromEntries(
      ["/v1", "/portal", "/healthz", "/readyz", "/outbox", "/dev"].map((path) => [
        path,
        { target: api },
      ]),
    ),
  },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    modulePreload: { polyfill: false }, // every browser of that target preloads
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // what every page needs comes in one piece: it packs better than in thirty
            { name: "first", tags: ["$initial"], priority: 2 },
            // apart, the names of these small ones alone would be 1 % of the first load
            { name: "icons", test: /lucide-react/, priority: 1 },
            { name: "queries", test: /@tanstack\/react-query/, priority: 1 },
            {
              name: "formats",
              test: /src\/lib\/(dates|formats|money|paging|forms|screen|useDebounced)\./,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: "jsdom",
    testTimeout: 60_000, // as in src/test/setup.ts
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
  },
});
