import { expect, type Page, test } from "@playwright/test";

/** Waits for the worker that keeps the app, and has the page under it. */
async function kept(page: Page) {
  await page.goto("/login");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

test("opens without a network, says so, and goes on by itself when it is back", async ({
  page,
  context,
}) => {
  await kept(page);
  await context.setOffline(true);

  await page.goto("/invoices");

  await expect(page.getByRole("heading", { name: "You are offline." })).toBeVisible();
  await expect(page).toHaveTitle("You are offline. · Duespark");
  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page).toHaveURL(/login\?next=%2Finvoices/);
});

test("opens a page that this device has never seen, though its parts cannot be fetched", async ({
  page,
  context,
}) => {
  await kept(page);
  await context.setOffline(true);

  await page.goto("/register");

  await expect(page.getByRole("heading", { name: "Open an account" })).toBeVisible();
});

test("keeps no answer of the API and no page of a payer", async ({ page, context }) => {
  await kept(page);

  const addresses = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) {
        found.push(new URL(request.url).pathname);
      }
    }
    return found;
  });

  expect(addresses).toContain("/");
  expect(addresses.filter((path) => /^\/(v1|portal)/.test(path))).toEqual([]);
  await context.setOffline(true);
  const payers = await page.goto("/portal/i/none").catch((error: Error) => error.message);
  expect(payers).toContain("ERR_INTERNET_DISCONNECTED");
});
