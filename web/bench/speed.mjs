// How heavy and how quick the web app is, on a browser whose processor is slowed down four times.
//   ./duespark up                      in another terminal: the demo business
//   npm --prefix web run bench         prints the table of docs/performance.md
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { scrolling } from "./scrolling.mjs";

const url = process.env.DUESPARK_URL ?? "http://127.0.0.1:8000";
const email = "njeri@lantanarow.example";
const password = "getting paid is nice";
const ROUNDS = 7;
const SLOWER = 4;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const millis = (value) => `${Math.round(value)} ms`;

async function firstLoad() {
  const html = await readFile(new URL("../dist/index.html", import.meta.url), "utf8");
  const names = [...html.matchAll(/assets\/[^"]+\.js/g)].map(([name]) => name);
  const files = await Promise.all(
    names.map((name) => readFile(new URL(`../dist/${name}`, import.meta.url))),
  );
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}

async function largestPaint(page, path) {
  const paints = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(url + path, { waitUntil: "networkidle" });
    paints.push(
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
              type: "largest-contentful-paint",
              buffered: true,
            });
          }),
      ),
    );
  }
  return median(paints);
}

/** From a key or a press to the next frame, as the browser itself counts it. */
async function interaction(page, act) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.evaluate(() => {
      window.longest = 0;
      window.watch = new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          window.longest = Math.max(window.longest, entry.duration);
      });
      window.watch.observe({ type: "event", durationThreshold: 16 });
    });
    await act(page);
    await page.waitForTimeout(400);
    await page.evaluate(() => window.watch.disconnect());
    times.push(await page.evaluate(() => window.longest));
  }
  return median(times);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });

  const rows = [
    ["JavaScript of the first load, gzip", `${(await firstLoad()) / 1000} kB`, "≤ 120 kB"],
  ];
  rows.push(["LCP of the sign-in page", millis(await largestPaint(page, "/login")), "≤ 1500 ms"]);

  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/home");
  for (const path of ["/home", "/invoices"]) {
    rows.push([`LCP of ${path}`, millis(await largestPaint(page, path)), "≤ 1500 ms"]);
  }
  rows.push([
    "a tab of the list, press to frame",
    millis(
      await interaction(page, async () => {
        await page.getByRole("button", { name: "Paid", exact: true }).click();
        await page.getByRole("button", { name: /^All/ }).click();
      }),
    ),
    "≤ 200 ms",
  ]);
  rows.push([
    "the editor, key to frame",
    millis(
      await interaction(page, async () => {
        await page.keyboard.press("c");
        await page.getByRole("dialog").waitFor();
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      }),
    ),
    "≤ 200 ms",
  ]);

  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const { longest, middle } = await scrolling(page, url);
  rows.push([
    "10,000 invoices, longest frame of a fast scroll, not slowed",
    millis(longest),
    "≤ 50 ms",
  ]);
  rows.push(["the median of its frames", millis(middle), ""]);

  console.log("| processor slowed 4 times | measured | goal |\n|---|---|---|");
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
} finally {
  await browser.close();
}
