import { expect, test } from "@playwright/test";
import { mailTo } from "./mails";
import { address, draft, send, signedIn, status } from "./people";

test("the first invoice: written, sent, paid by hand, without a reload", async ({ page }) => {
  await signedIn(page);
  const payer = address("wairimu");

  const editor = await draft(page, { name: "Ostrich Road Coffee", email: payer });
  await expect(editor.getByText("232.00")).toBeVisible(); // 200 and 16 % VAT, by the server
  await send(page);
  await expect(page).toHaveURL(/\/invoices\/[0-9a-f-]{36}/);
  expect((await mailTo(payer)).text).toContain("/portal/");

  await page.getByRole("button", { name: "Record payment" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Record payment" }).click();
  await expect(page.getByText("Paid in full")).toBeVisible();
  await expect(status(page, "Paid")).toBeVisible();
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
