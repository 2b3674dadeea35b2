// Every page of the demo business as docs/pictures/NAME-THEME-WIDTH.png.
//   ./duespark up                      in another terminal
//   npm --prefix web run pictures
import { chromium } from "@playwright/test";

const url = process.env.DUESPARK_URL ?? "http://127.0.0.1:8000";
const out = new URL("../../docs/pictures/", import.meta.url).pathname;
const outside = { login: "/login", register: "/register", forgot: "/forgot-password" };
const inside = {
  home: "/home",
  invoices: "/invoices",
  contacts: "/contacts",
  payments: "/payments",
  reminders: "/reminders",
  "settings-business": "/settings/business",
  "settings-payments": "/settings/payments",
  "settings-reminders": "/settings/reminders",
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

async function walk(theme, width) {
  const viewport = { width, height: width > 760 ? 900 : 844 };
  const context = await browser.newContext({ viewport, colorScheme: theme, locale: "en-GB" });
  const page = await context.newPage();

  async function picture(name) {
    await page.waitForFunction(() => !document.querySelector("[role=status][aria-label=Loading]"));
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `${out}${name}-${theme}-${width}.png`, animations: "disabled" });
  }

  for (const [name, path] of Object.entries(outside)) {
    await page.goto(url + path);
    await picture(name);
  }
  await page.goto(`${url}/login`);
  await page.getByLabel("E-mail").fill("njeri@lantanarow.example");
  await page.getByLabel("Password", { exact: true }).fill("getting paid is nice");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/home");
  for (const [name, path] of Object.entries(inside)) {
    await page.goto(url + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await picture(name);
  }

  await page.goto(`${url}/invoices?status=PARTIALLY_PAID`);
  await page.getByRole("main").getByRole("link").first().click();
  await page.getByText("received by").waitFor();
  await picture("invoice");
  await page.goto(`${url}/contacts?q=Savanna`);
  await page
    .getByRole("main")
    .getByRole("link", { name: /Savanna/ })
    .first()
    .click();
  await page.getByText("Open invoices").waitFor();
  await picture("contact");

  await page.goto(`${url}/invoices?status=DRAFT`);
  await page.getByRole("main").getByRole("link").first().click();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Item 1", { exact: true }).waitFor();
  await picture("editor");
  await page.getByRole("button", { name: "Send…" }).click();
  await page.frameLocator("iframe").getByText("KES").first().waitFor({ state: "attached" });
  await picture("send");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("sav");
  await page.getByText("Why was nothing sent").waitFor();
  await picture("command");
  await context.close();
}

try {
  for (const theme of ["light", "dark"]) for (const width of [1280, 390]) await walk(theme, width);
} finally {
  await browser.close();
}
