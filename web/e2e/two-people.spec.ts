import { expect, type Page, test } from "@playwright/test";
import { signedIn, signIn } from "./people";

test("two people write on one draft: both versions are shown, and either choice is kept", async ({
  page: mine,
  browser,
}) => {
  const owner = await signedIn(mine);
  const contact = await owner.hasCustomer("Ostrich Road Coffee", "wairimu@ostrich.example");
  const { id } = await owner.hasDraft(contact);
  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto("/login");
  await signIn(theirs, owner.email);
  const open = (page: Page) => page.goto(`/invoices?draft=${id}`);
  const rate = (page: Page) => page.getByLabel("Rate of item 1");
  const note = (page: Page) => page.getByLabel("Note to the customer");
  const saved = (page: Page) => page.getByRole("dialog").getByText("Saved");
  const conflict = mine.getByRole("alert").filter({ hasText: "Somebody else changed this draft" });

  await open(mine);
  await open(theirs);
  await expect(rate(mine)).toHaveValue("200.00");
  await rate(theirs).fill("300");
  await expect(saved(theirs)).toBeVisible();
  await note(mine).fill("Thank you for the coffee.");

  await expect(conflict).toContainText("Theirs");
  await expect(conflict).toContainText("348.00"); // 300 and 16 % VAT
  await expect(conflict).toContainText("1 line");
  await conflict.getByRole("button", { name: "Take theirs" }).click();
  await expect(conflict).toHaveCount(0);
  await expect(rate(mine)).toHaveValue("300.00");
  await expect(note(mine)).toHaveValue("");

  await open(theirs);
  await expect(rate(theirs)).toHaveValue("300.00");
  await rate(theirs).fill("400");
  await expect(saved(theirs)).toBeVisible();
  await note(mine).fill("Thank you for the coffee.");
  await expect(conflict).toContainText("464.00");
  await conflict.getByRole("button", { name: "Keep mine" }).click();

  await expect(saved(mine)).toBeVisible();
  await expect(conflict).toHaveCount(0);
  await open(theirs);
  await expect(note(theirs)).toHaveValue("Thank you for the coffee.");
  await expect(rate(theirs)).toHaveValue("400.00"); // what only they changed stays theirs
});
