import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { draft, signedIn } from "./people";

const inside = [
  "/home",
  "/invoices",
  "/contacts",
  "/payments",
  "/reminders",
  "/settings",
  "/settings/business",
  "/settings/numbering",
  "/settings/taxes",
  "/settings/payments",
  "/settings/reminders",
  "/settings/me",
];
const outside = [
  "/login",
  "/register",
  "/forgot-password",
  "/verify-email",
  "/reset-password",
  "/design",
];
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
];

test.setTimeout(120_000); // each page is looked at in turn

for (const theme of ["light", "dark"] as const) {
  for (const viewport of sizes) {
    test.describe(`${theme} at ${viewport.width}`, () => {
      test.use({ viewport, colorScheme: theme });

      test("no page before the door breaks a rule of accessibility", async ({ page }) => {
        for (const path of outside) await look(page, path);
      });

      test("no page of a business breaks a rule of accessibility", async ({ page }) => {
        await signedIn(page);
        for (const path of inside) await look(page, path);
        const name = `Ostrich ${theme} ${viewport.width}`;
        await draft(page, { name, email: `axe.${Date.now()}@ostrich.example` });
        await check(page, "/invoices?draft");
        await page.keyboard.press("Escape");
        await look(page, "/contacts");
        await page.getByRole("link", { name }).first().click();
        await check(page, "/contacts/{id}");
        await look(page, "/invoices");
        await page.getByRole("main").getByRole("link").first().click();
        await expect(page).toHaveURL(/invoices\/[0-9a-f-]{36}/);
        await check(page, "/invoices/{id}");
      });
    });
  }
}

async function look(page: Page, path: string) {
  await page.goto(path);
  await check(page, path);
}

async function check(page: Page, path: string) {
  await expect(
    page.getByRole("heading", { level: 1 }).or(page.getByRole("dialog")).first(),
  ).toBeVisible();
  if (path !== "/design") {
    // which shows a skeleton as such
    await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(
      (found) => `${path}: ${found.id} ${found.nodes.map((node) => node.target).join(" ")}`,
    ),
  ).toEqual([]);
}
