import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  outputDir: "target/browser/results",
  globalSetup: "./e2e/program.ts",
  // each in a business of its own; a browser waits for the program about as long as the program for it
  workers: 2,
  projects: [
    { name: "beside", testIgnore: "killed.spec.ts" },
    // whoever kills the program has it alone
    { name: "alone", testMatch: "killed.spec.ts", dependencies: ["beside"] },
  ],
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
