import { expect, type Page, test } from "@playwright/test";
import { sections } from "../src/features/settings/sections";
import { keepsTheRules } from "./axe";
import { fillBusiness } from "./filled";
import { signedIn } from "./people";

const inside = [
  "/home",
  "/invoices",
  "/contacts",
  "/payments",
  "/reminders",
  "/reminders?status=SENT",
  "/settings",
  ...sections.map(({ key }) => `/settings/${key}`),
  "/choose-business",
];
const outside = [
  "/login",
  "/register",
  "/forgot-password",
  "/verify-email",
  "/verify-email?email=njeri@lantana.example",
  "/verify-email?token=used",
  "/reset-password",
  "/reset-password?token=used",
  "/accept-invitation",
  "/accept-invitation?token=used",
  "/design",
];
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

test.setTimeout(240_000); // each page is looked at in turn

for (const theme of ["light", "dark"] as const) {
  for (const viewport of sizes) {
    test.describe(`${theme} at ${viewport.width}`, () => {
      test.use({ viewport, colorScheme: theme });

      test("no page before the door breaks a rule of accessibility", async ({ page }) => {
        for (const path of outside) await look(page, path);
      });

      test("no page of a business breaks a rule of accessibility", async ({ page }) => {
        const owner = await signedIn(page);
        for (const path of inside) await look(page, path);
        const { contact, draft, sent } = await fillBusiness(owner);
        for (const path of ["/home", "/invoices", "/contacts", "/payments", "/reminders"]) {
          await look(page, path);
        }
        await look(page, `/contacts/${contact}`);
        await look(page, `/invoices/${sent}`);
        await look(page, "/invoices/0190a000-0000-7000-8000-00000000000c");
        await look(page, "/nowhere");

        await look(page, "/contacts?new=contact");
        await look(page, `/invoices?draft=${draft}`);
        await page.getByLabel("Due").fill("2020-01-01");
        await page.getByRole("button", { name: "Send…" }).click();
        await expect(page.getByText("Not before the day of issue")).toBeVisible();
        await check(page, "a draft with a mistake", "dialog");

        await page.goto(`/invoices/${sent}`);
        await page.getByRole("button", { name: "Record payment" }).click();
        await check(page, "the dialog of a payment", "dialog");
        await closeDialog(page);
        await page.getByRole("button", { name: "More acts" }).click();
        await page.getByRole("menuitem", { name: "Write off" }).click();
        await check(page, "the dialog of a write-off", "dialog");
        await closeDialog(page);
        await page.keyboard.press("Control+k");
        await page.getByRole("dialog").getByRole("combobox").fill("ostrich");
        await expect(page.getByRole("option", { name: /Ostrich/ }).first()).toBeVisible();
        await check(page, "the command bar", "dialog");

        await page.goto("/payments");
        await page.getByRole("main").locator("[data-open]").first().click();
        await check(page, "a payment", "dialog");
        await page.goto("/settings/payments");
        await page.getByRole("button", { name: "Use other keys" }).click();
        await check(page, "the dialog of the keys", "dialog");
        await page.goto("/settings/api-keys");
        await page.getByRole("button", { name: "New key" }).click();
        await check(page, "the dialog of a new key", "dialog");
        await page.goto("/settings/team");
        await page.getByRole("button", { name: "Invite" }).click();
        await page.getByRole("radio", { name: "Agent" }).check();
        await check(page, "the dialog of an invitation", "dialog");
      });
    });
  }
}

async function closeDialog(page: Page) {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

async function look(page: Page, path: string) {
  await page.goto(path);
  await check(page, path, /[?&](draft|new)=/.test(path) ? "dialog" : "page");
}

/** As soon as the page is there, or the dialog over it, and nothing loads any more. */
async function check(page: Page, place: string, what: "page" | "dialog" = "page") {
  const awaited = {
    page: page.getByRole("heading", { level: 1 }),
    dialog: page.getByRole("dialog"),
  };
  await expect(awaited[what].first()).toBeVisible();
  if (place !== "/design") {
    // which shows a skeleton as such
    await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
  }
  await keepsTheRules(page, place);
}
