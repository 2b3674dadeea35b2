import { expect, test } from "@playwright/test";
import { mailsTo } from "./mails";
import { address, confirm, connectCards, draft, register, review, signIn } from "./people";

const DAY_MILLIS = 24 * 60 * 60 * 1000;

// where the browser says it is, the business is
test.use({ timezoneId: "Africa/Nairobi", locale: "en-KE" });

test("the first day: sign up, connect cards, write an invoice, read its mail, send it tomorrow", async ({
  page,
}) => {
  const email = address("njeri", "lantana.example");
  const customer = { name: "Ostrich Road Coffee", email: address("wairimu") };

  await page.goto("/register");
  await expect(page.getByText("In Kenya, with amounts in Kenyan Shilling")).toBeVisible();
  await register(page, email);
  await confirm(page, email);
  await signIn(page, email);
  await expect(page.getByText("Nothing is owed to you yet.")).toBeVisible();
  await connectCards(page);

  await page.getByRole("link", { name: "Home" }).first().click();
  await draft(page, customer);
  const dialog = await review(page);
  await expect(dialog).toContainText(`To ${customer.email}`);
  await expect(dialog).toContainText("from Lantana Row Studio");
  await dialog.getByLabel("Your words").fill("It was a pleasure to draw your menu.");
  await expect(
    dialog.frameLocator("iframe").getByText("It was a pleasure to draw your menu."),
  ).toBeVisible();

  await dialog.getByRole("button", { name: "Later" }).click();
  const tomorrow = new Date(Date.now() + DAY_MILLIS).toISOString().slice(0, 10);
  await dialog.getByLabel("Goes out").fill(`${tomorrow}T10:00`);
  await dialog.getByRole("button", { name: "Schedule" }).click();

  const planned = page.getByRole("list", { name: "What is planned" });
  await expect(planned.getByRole("listitem")).toContainText("Goes out by e-mail");
  await expect(planned).toContainText("10:00");
  await page.getByRole("link", { name: "Invoices" }).first().click();
  await page.getByRole("button", { name: "Scheduled" }).click();
  await expect(page.getByRole("row", { name: /Ostrich Road Coffee/ })).toContainText("Goes out");
  expect(await mailsTo(customer.email)).toHaveLength(0); // before its time
});
