import { expect, test } from "@playwright/test";
import { keepsTheRules } from "./axe";
import { enter, isInThumbReach, type } from "./keys";
import { mailTo } from "./mails";
import { payerOpens } from "./payer";
import { address, signedIn, status } from "./people";

const phone = { viewport: { width: 390, height: 844 }, colorScheme: "dark" } as const;

test.use(phone);

test("a phone in the dark, by keys alone: from home to a sent invoice, and its payment", async ({
  page,
  browser,
}) => {
  const owner = await signedIn(page);
  await owner.takesCards();
  const email = address("wairimu");
  await page.reload(); // the focus begins at the top
  const home = page.getByRole("main").getByRole("button", { name: "New invoice" });
  await expect(home).toBeVisible();
  await keepsTheRules(page, "home");

  await enter(page, home);
  const editor = page.getByRole("dialog", { name: "New invoice" });
  await expect(editor.getByRole("combobox", { name: "Customer" })).toBeFocused();
  await page.keyboard.type("Ostrich Road Coffee");
  await expect(page.getByRole("option", { name: "Create “Ostrich Road Coffee”" })).toBeVisible();
  await page.keyboard.press("Enter");
  await type(page, page.getByLabel("E-mail of Ostrich Road Coffee"), email);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("E-mail of Ostrich Road Coffee")).toHaveCount(0);
  await type(page, page.getByLabel("Item 1", { exact: true }), "Menu redesign");
  await type(page, page.getByLabel("Rate of item 1"), "200");
  await expect(page.getByRole("dialog").getByText("Saved")).toBeVisible();
  await keepsTheRules(page, "editor");
  const review = page.getByRole("button", { name: "Send…" });
  await isInThumbReach(page, review);

  await enter(page, review);
  const dialog = page.getByRole("dialog", { name: /^Send / });
  await expect(dialog.getByText(`To ${email}`)).toBeVisible();
  await keepsTheRules(page, "send");
  const sendNow = dialog.getByRole("button", { name: "Send now" });
  await isInThumbReach(page, sendNow);
  await enter(page, sendNow);
  await expect(page.getByText("Sent by e-mail")).toBeVisible();
  await keepsTheRules(page, "invoice");

  const payer = await payerOpens(browser, await mailTo(email), phone);
  await keepsTheRules(payer, "payer's page");
  const pay = payer.getByRole("button", { name: "Pay KES 232.00" }).last();
  await isInThumbReach(payer, pay);
  await enter(payer, pay);
  await enter(payer, payer.getByRole("button", { name: /^Pay / }));
  await expect(payer.getByRole("heading", { name: "Paid in full. Thank you." })).toBeVisible();
  await keepsTheRules(payer, "payer's page, paid");
  await expect(status(page, "Paid")).toBeVisible();
});
