import { expect, test } from "@playwright/test";
import { mailTo } from "./mails";
import { draft, signedIn } from "./people";

test("the first invoice: written, sent, paid by hand, without a reload", async ({ page }) => {
  await signedIn(page);
  const payer = `wairimu.${Date.now()}@ostrich.example`;

  const editor = await draft(page, { name: "Ostrich Road Coffee", email: payer });
  await expect(editor.getByText("232.00")).toBeVisible(); // 200 and 16 % VAT, by the server
  await editor.getByRole("button", { name: "Send…" }).click();
  const dialog = page.getByRole("dialog", { name: /^Send / });
  await expect(
    dialog.frameLocator("iframe").getByText("232.00").filter({ visible: true }).first(),
  ).toBeVisible();
  await dialog.getByRole("button", { name: "Send now" }).click();

  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]{36}/);
  await expect(page.getByText("Sent by e-mail")).toBeVisible();
  expect((await mailTo(payer)).text).toContain("/portal/");

  await page.getByRole("button", { name: "Record payment" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Record payment" }).click();
  await expect(page.getByText("Paid in full")).toBeVisible();
  await expect(page.getByRole("main").getByText("Paid", { exact: true }).first()).toBeVisible();
});

test("keys: c writes, Escape closes, g and a letter goes", async ({ page }) => {
  await signedIn(page);

  await page.keyboard.press("c");
  await expect(page.getByRole("dialog", { name: "New invoice" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/\/invoices$/);

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
});
