import { expect, test } from "@playwright/test";
import { keepsTheRules } from "./axe";
import { signedIn } from "./people";

test("a key is made, copied, used by a program, and revoked", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signedIn(page);
  await page.goto("/settings/api-keys");
  await expect(page.getByText("No keys yet.", { exact: false })).toBeVisible();

  await page.getByRole("button", { name: "New key" }).click();
  const dialog = page.getByRole("dialog", { name: "New key" });
  await expect(dialog).toBeVisible();
  await keepsTheRules(page, "the dialog of a new key");
  await dialog.getByLabel("Name").fill("Web shop");
  await dialog.getByRole("group", { name: "Contacts" }).getByLabel("read").check();
  await dialog.getByRole("button", { name: "Make the key" }).click();

  const shown = page.getByRole("dialog", { name: "Copy your key now" });
  const secret = await shown.getByLabel("Your key").inputValue();
  expect(secret).toMatch(/^dsk_live_[A-Za-z0-9_-]{43}$/);
  await keepsTheRules(page, "a key that is shown");
  await page.keyboard.press("Escape"); // not before it is copied
  await expect(shown.getByText("It is not copied yet.", { exact: false })).toBeVisible();
  await shown.getByRole("button", { name: "Copy", exact: true }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
  await shown.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(secret)).toHaveCount(0);

  const ask = (path: string) =>
    page.request.get(path, { headers: { Authorization: `Bearer ${secret}` } });
  expect((await ask("/v1/contacts")).status()).toBe(200);
  expect((await ask("/v1/invoices")).status()).toBe(403);

  const row = page.getByRole("list", { name: "Keys" }).getByRole("listitem");
  await page.reload();
  await expect(row).toContainText("Web shop");
  await expect(row).toContainText("Contacts: read.");
  await expect(row).toContainText("last used");
  await row.getByRole("button", { name: "Revoke Web shop" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();

  await expect(row).toContainText("Revoked");
  expect((await ask("/v1/contacts")).status()).toBe(401);
});
