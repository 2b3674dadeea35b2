import { expect, test } from "@playwright/test";
import { mailAbout, mailsTo } from "./mails";
import { address, signedIn } from "./people";

test("three overdue invoices of one customer: one mail lists them all, and each says why", async ({
  page,
}) => {
  const owner = await signedIn(page);
  await owner.foundsTestBusiness("Lantana Trial");
  const email = address("wairimu");
  const contact = await owner.hasCustomer("Ostrich Road Coffee", email);
  const { today } = await owner.ask<{ today: string }>("GET", "/v1/tenant");
  const dueToday = { issue_date: today, due_date: today };
  const invoices = [];
  for (let i = 0; i < 3; i++) invoices.push(await owner.hasSent(contact, dueToday));
  const before = await mailsTo(email);
  expect(before).toHaveLength(3); // the invoices themselves

  await page.reload();
  await page.getByRole("button", { name: "Lantana Row Studio" }).click();
  await page.getByRole("menuitem", { name: /Lantana Trial/ }).click();
  const clock = page.getByRole("region", { name: "Test clock" });
  await expect(clock).toContainText("Next: a reminder to Ostrich Road Coffee");
  await clock.getByRole("button", { name: "Next event" }).click();

  const mail = await mailAbout(email, "Reminder: 3 open invoices, KES 696.00");
  for (const { invoice_number } of invoices) expect(mail.text).toContain(invoice_number);
  await expect(clock.getByRole("button", { name: "+7 days" })).toBeEnabled();
  expect(await mailsTo(email)).toHaveLength(4);

  await page.getByRole("link", { name: "Reminders" }).first().click();
  await page.getByRole("button", { name: /^Sent/ }).click();
  const message = page.getByRole("listitem").filter({ hasText: "3 invoices in one message" });
  await expect(message).toHaveCount(1);
  for (const { invoice_number } of invoices) {
    await expect(message.getByRole("link", { name: invoice_number })).toBeVisible();
  }
  const because = message.getByText("All 3 fall due for a reminder that day, so they share one.");
  await expect(because).toHaveCount(1);

  for (const { id } of invoices) {
    await page.goto(`/invoices/${id}`);
    const happened = page.getByRole("list", { name: "What happened" });
    const reminder = happened.getByRole("listitem").filter({ hasText: "First reminder, e-mail" });
    await reminder.getByRole("button", { name: "Because" }).click();
    await expect(
      reminder.getByText("One message with 2 other invoices.", { exact: true }),
    ).toBeVisible();
  }
});
