import { defineConfig } from "@playwright/test";
import tests from "../playwright.config";

/** Over a business that runs already, for the demo has something of everything. */
export default defineConfig(tests, {
  testDir: ".",
  testMatch: "pictures.spec.ts",
  outputDir: "../target/browser/pictures",
  globalSetup: [],
  reporter: "list",
  timeout: 300_000,
  use: {
    baseURL: process.env.DUESPARK_URL ?? "http://127.0.0.1:8000",
    trace: "off",
    locale: "en-GB",
    timezoneId: "Africa/Nairobi",
  },
});
