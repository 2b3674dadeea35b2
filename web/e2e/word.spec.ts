import { expect, test } from "@playwright/test";
import type { Reminder } from "../src/features/reminders/api";
import { address, signedIn, status } from "./people";

const PROMISED_DAYS = 5;

/**
 * In September, which has no holidays in Kenya: the first reminder is due on Friday, the promise
 * ends on Sunday, and the second reminder comes no sooner than Tuesday.
 */
function aTuesday() {
  const day = new Date(Date.UTC(new Date().getUTCFullYear() + 1, 8, 1, 6));
  while (day.getUTCDay() !== 2) day.setUTCDate(day.getUTCDate() + 1);
  return day;
}

test("a dispute, then a promise that is not kept: what waits, what goes, and why", async ({
  page,
}) => {
  const owner = await signedIn(page);
  await owner.foundsTestBusiness("Lantana Trial");
  await owner.travelsTo(aTuesday());
  const contact = await owner.hasCustomer("Ostrich Road Coffee", address("wairimu"));
  const { today } = await owner.ask<{ today: string }>("GET", "/v1/tenant");
  const { id, invoice_number } = await owner.hasSent(contact, {
    issue_date: today,
    due_date: today,
  });
  await page.reload();
  await page.getByRole("button", { name: "Lantana Row Studio" }).click();
  await page.getByRole("menuitem", { name: /Lantana Trial/ }).click();
  await expect(page.getByRole("region", { name: "Test clock" })).toBeVisible();
  await page.goto(`/invoices/${id}`);
  const planned = page.getByRole("list", { name: "What is planned" });
  const first = planned.getByRole("listitem").filter({ hasText: "First reminder" });
  await expect(first).toContainText("e-mail, friendly");

  await page.getByRole("button", { name: "More acts" }).click();
  await page.getByRole("menuitem", { name: "Dispute" }).click();
  const dispute = page.getByRole("dialog", { name: "Ostrich Road Coffee disputes it" });
  await dispute.getByLabel("What is not right?").fill("One bag was torn.");
  await dispute.getByRole("button", { name: "Mark as disputed" }).click();
  await expect(status(page, "Disputed")).toBeVisible();
  await expect(first).toContainText("held");
  await expect(first).toContainText("The customer disputes it.");
  await first.getByRole("button", { name: "Because" }).click();
  await expect(first.getByText("Checked", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send reminder" })).toHaveCount(0);

  await page.getByRole("button", { name: "Settle the dispute" }).click();
  await expect(first).toContainText("e-mail, friendly");

  await page.getByRole("button", { name: "More acts" }).click();
  await page.getByRole("menuitem", { name: "Promise to pay" }).click();
  const promise = page.getByRole("dialog", { name: "Ostrich Road Coffee promises to pay" });
  const by = new Date(Date.parse(`${today}T12:00:00Z`) + PROMISED_DAYS * 86_400_000);
  await promise.getByLabel("They pay by").fill(by.toISOString().slice(0, 10));
  await promise.getByRole("button", { name: "Keep the promise" }).click();
  await expect(page.getByText(`in ${PROMISED_DAYS} days`)).toBeVisible();
  await expect(first).toContainText("The customer promised to pay.");

  // asked first, and the safe choice is the one that stands last
  await page.getByRole("button", { name: "Send reminder" }).click();
  const asking = page.getByRole("dialog", { name: "Remind Ostrich Road Coffee now?" });
  await expect(asking).toContainText("They promised to pay, and that day has not passed.");
  await asking.getByRole("button", { name: /^Wait for/ }).click();

  await page.getByRole("link", { name: "Reminders" }).first().click();
  await page.getByRole("button", { name: /^Held/ }).click();
  const waits = page.getByRole("listitem").filter({ hasText: invoice_number });
  await expect(waits.first()).toContainText("The customer promised to pay.");

  const clock = page.getByRole("region", { name: "Test clock" });
  const week = clock.getByRole("button", { name: "+7 days" });
  for (let weeks = 0; weeks < 2; weeks++) {
    const before = await clock.locator("b").first().innerText();
    await week.click();
    await expect(clock).not.toContainText(before);
    await expect(week).toBeEnabled({ timeout: 60_000 });
  }
  await page.getByRole("button", { name: /^Sent/ }).click();
  const went = page.getByRole("listitem").filter({ hasText: invoice_number });
  const answer = went.last(); // the oldest
  await answer.getByRole("button", { name: "Because" }).first().click();
  await expect(answer.getByText(/A promise for/).first()).toBeVisible();
  const rows = await owner.ask<Reminder[]>("GET", `/v1/invoices/${id}/reminders`);
  const sent = rows.filter(({ status }) => status === "SENT");
  const days = sent.map(({ sent_at }) => sent_at?.slice(0, 10) ?? "");
  // nothing while the promise stood, then one step because of it, and later ones on days of their own
  expect(days.every((on) => on > by.toISOString().slice(0, 10))).toBe(true);
  expect(new Set(days).size).toBe(days.length);
  expect(sent.map(({ step_key }) => step_key)).toEqual(["REMINDER_1", "REMINDER_2"]);
  expect(sent.map(({ reasons }) => reasons.some(({ code }) => code === "PROMISE_BROKEN"))).toEqual([
    true,
    false,
  ]);
});
