import { expect, test } from "@playwright/test";
import { linkIn, mailTo } from "./mails";

const PASSWORD = "correct horse battery";

test("a new business signs up, confirms its address, signs in and finds home empty", async ({
  page,
}) => {
  const email = `njeri.${Date.now()}@lantana.example`;

  await page.goto("/register");
  await page.getByLabel("Business name").fill("Lantana Row Studio");
  await page.getByLabel("Your name").fill("Njeri");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Open the account" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();

  await page.goto(linkIn(await mailTo(email), "/verify-email"));
  await expect(page.getByRole("heading", { name: "Your e-mail is confirmed" })).toBeVisible();
  await page.getByRole("link", { name: "Continue" }).click();

  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page).toHaveURL(/\/home$/);
  await expect(page.getByText("Nothing is owed to you yet.")).toBeVisible();
});
