import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  outputDir: "target/browser/results",
  globalSetup: "./e2e/program.ts",
  // one business after the other: they share a machine with the database
  workers: 1,
  // for a machine that does other things as well; what is there sooner is not waited for
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI === "true",
  reporter: [["./e2e/lines.ts"], ["junit", { outputFile: "target/browser/results.xml" }]],
  use: {
    baseURL: process.env.DUESPARK_URL,
    actionTimeout: 30_000,
    trace: "retain-on-failure",
    // what moves stands nowhere yet and has no contrast of its own; whoever wants no motion sees the same
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      // the machine's browser; Playwright's own would have to be fetched
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
