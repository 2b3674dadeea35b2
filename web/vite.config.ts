import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Where the API is while developing; `./duespark up --dev` says so. */
const api = process.env.DUESPARK_API ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react(), tailwindcss()],
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
  build: { target: "es2023", assetsInlineLimit: 0, chunkSizeWarningLimit: 300 },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
  },
});
