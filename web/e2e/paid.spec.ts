import { expect, test } from "@playwright/test";
import { mailAbout, mailTo } from "./mails";
import { payByCard, payerOpens } from "./payer";
import { address, draft, send, signedIn, status } from "./people";

test("a card pays an invoice: the page of the business says so by itself, both get a receipt", async ({
  page,
  browser,
}) => {
  const owner = await signedIn(page);
  await owner.takesCards();
  const email = address("wairimu");

  await page.goto("/contacts?new=contact");
  const form = page.getByRole("dialog", { name: "New contact" });
  await form.getByLabel("Name", { exact: true }).fill("Ostrich Road Coffee");
  await form.getByLabel("E-mail", { exact: true }).fill(email);
  await form.getByRole("button", { name: "Add contact" }).click();
  await expect(page).toHaveURL(/\/contacts\/[0-9a-f-]{36}/);

  await page.getByRole("main").getByRole("button", { name: "New invoice" }).first().click();
  const editor = page.getByRole("dialog", { name: "New invoice" });
  await expect(editor.getByRole("combobox", { name: "Customer" })).toHaveValue(
    "Ostrich Road Coffee",
  );
  await editor.getByLabel("Item 1", { exact: true }).fill("Menu redesign");
  await editor.getByLabel("Rate of item 1").fill("200");
  await send(page);
  const invoice = page.url();
  const number = await page.getByRole("heading", { level: 1 }).innerText();
  const loaded = await page.evaluate(() => performance.timeOrigin);

  const payer = await payerOpens(browser, await mailTo(email));
  await payByCard(payer, "232.00");

  await expect(status(page, "Paid")).toBeVisible();
  await expect(page.getByText("Paid in full")).toBeVisible();
  expect(page.url()).toBe(invoice);
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded); // nobody has reloaded it
  await payer.reload();
  await expect(payer.getByText("Paid in full. Thank you.")).toBeVisible();
  await expect(payer.getByRole("button", { name: /^Pay / })).toHaveCount(0);

  await page.getByRole("link", { name: "Invoices" }).first().click();
  await expect(page.getByRole("row", { name: /Ostrich Road Coffee/ })).toContainText("Paid");
  await page.getByRole("link", { name: "Payments" }).first().click();
  const row = page.getByRole("row", { name: /Ostrich Road Coffee/ });
  await expect(row).toContainText("232.00");
  await row.getByRole("button").click();
  const detail = page.getByRole("dialog", { name: "Payment" });
  await expect(detail).toContainText(number);
  await expect(detail).toContainText("Card page of Stripe");

  await mailAbout(email, `Receipt for invoice ${number}: KES 232.00`);
  await mailAbout(owner.email, `Paid: KES 232.00 by Ostrich Road Coffee, invoice ${number}`);
});

test("100 of 232 by hand, the rest by card: the customer is asked for 132 only", async ({
  page,
  browser,
}) => {
  const owner = await signedIn(page);
  await owner.takesCards();
  const email = address("wairimu");
  await draft(page, { name: "Ostrich Road Coffee", email });
  await send(page);
  const invoiceMail = await mailTo(email);

  await page.getByRole("button", { name: "Record payment" }).click();
  const dialog = page.getByRole("dialog", { name: /^Payment for / });
  await dialog.getByLabel("Amount").fill("100");
  await dialog.getByRole("button", { name: "Record payment" }).click();
  await expect(status(page, "Partly paid")).toBeVisible();
  await expect(page.locator("dl").filter({ hasText: "Still owed" }).first()).toContainText(
    "132.00",
  );

  const payer = await payerOpens(browser, invoiceMail);
  await expect(payer.getByRole("region", { name: "Amount" })).toContainText("132.00");
  await expect(payer.getByRole("list", { name: "Payments" })).toContainText("100.00 paid");
  await payByCard(payer, "132.00");

  await expect(status(page, "Paid")).toBeVisible();
  const { amount_paid, amount_due } = await owner.ask<Record<string, string>>(
    "GET",
    new URL(page.url()).pathname.replace("/invoices", "/v1/invoices"),
  );
  expect({ amount_paid, amount_due }).toEqual({ amount_paid: "232.00", amount_due: "0.00" });
});
