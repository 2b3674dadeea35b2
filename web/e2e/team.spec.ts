import { type Browser, expect, type Page, test } from "@playwright/test";
import { keepsTheRules } from "./axe";
import { linkIn, mailAbout, mailsTo } from "./mails";
import type { Owner } from "./owner";
import { address, PASSWORD, signedIn } from "./people";

// where the browser says it is, the business is
test.use({ timezoneId: "Africa/Nairobi", locale: "en-KE" });

const ABOUT = "Njeri Mwangi invites you to Lantana Row Studio";

/** Invites on the page of the team; answers the link of the mail. */
async function invite(page: Page, email: string, role: string): Promise<string> {
  await page.goto("/settings/team");
  await page.getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite somebody" });
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByRole("radio", { name: role }).check();
  await keepsTheRules(page, "the dialog of an invitation");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(rowOf(page, email)).toContainText("Invited");
  return linkIn(await mailAbout(email, ABOUT), "/accept-invitation");
}

const rowOf = (page: Page, name: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: name });

async function act(page: Page, name: string, word: string) {
  await rowOf(page, name)
    .getByRole("button", { name: /What to do with/ })
    .click();
  await page.getByRole("menuitem", { name: word }).click();
}

const somewhereElse = async (browser: Browser) => (await browser.newContext()).newPage();

test("an owner invites, the invited person sets a password, works as staff, and is locked out", async ({
  page,
  browser,
}) => {
  const owner = await signedIn(page);
  await owner.hasCustomer("Ostrich Road Coffee", address("wairimu"));
  const email = address("wanjiru", "lantana.example");
  const link = await invite(page, email, "Staff");

  const theirs = await somewhereElse(browser);
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "Join Lantana Row Studio" })).toBeVisible();
  await expect(theirs.getByText("Does the daily work")).toBeVisible();
  await keepsTheRules(theirs, "an invitation of somebody new");
  await theirs.getByLabel("Your name").fill("Wanjiru Kamau");
  await theirs.getByLabel("Choose a password", { exact: true }).fill(PASSWORD);
  await theirs.getByRole("button", { name: "Open the account and join" }).click();

  // in, with what staff may: the daily work, no settings, no team
  await expect(theirs).toHaveURL(/\/home$/);
  await expect(theirs.getByRole("button", { name: "New invoice" }).first()).toBeVisible();
  await theirs.goto("/contacts");
  await expect(theirs.getByText("Ostrich Road Coffee").first()).toBeVisible();
  await theirs.goto("/settings/team");
  await expect(rowOf(theirs, "Wanjiru Kamau")).toContainText("Staff");
  await expect(theirs.getByText("Your role reads this.")).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Invite" })).toHaveCount(0);

  // the link has done its work
  const other = await somewhereElse(browser);
  await other.goto(link);
  await expect(
    other.getByRole("heading", { name: "This invitation does not work any more" }),
  ).toBeVisible();
  expect(await mailsTo(email)).toHaveLength(1);

  await page.reload();
  await act(page, "Wanjiru Kamau", "Disable");
  await expect(page.getByText("Wanjiru Kamau is locked out.")).toBeVisible();

  // out on the next thing they do
  await theirs.getByRole("link", { name: "Invoices" }).first().click();
  await expect(theirs.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await theirs.getByLabel("E-mail").fill(email);
  await theirs.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByRole("heading", { name: "You are in no business" })).toBeVisible();
  await keepsTheRules(theirs, "nobody's member");
});

test("somebody with a business joins another, switches, and chooses at the door", async ({
  page,
  browser,
}) => {
  await signedIn(page);
  const theirs = await somewhereElse(browser);
  const guest = await signedIn(theirs);
  await renames(guest, "Savanna Bloom");
  const link = await invite(page, guest.email, "Viewer");

  await theirs.goto(link);
  await expect(theirs.getByRole("button", { name: "Join as Njeri Mwangi" })).toBeVisible();
  await keepsTheRules(theirs, "an invitation of who is signed in");
  await theirs.getByRole("button", { name: "Join as Njeri Mwangi" }).click();
  await expect(theirs).toHaveURL(/\/home$/);
  await expect(theirs.getByRole("button", { name: "New invoice" })).toHaveCount(0); // reads only
  await theirs.getByRole("button", { name: "Lantana Row Studio" }).click();
  await theirs.getByRole("menuitem", { name: /Savanna Bloom/ }).click();
  await expect(theirs.getByRole("button", { name: "New invoice" }).first()).toBeVisible();

  await theirs.goto("/settings/me");
  await theirs.getByRole("button", { name: "Log out", exact: true }).click();
  await theirs.getByLabel("E-mail").fill(guest.email);
  await theirs.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByRole("heading", { name: "Choose a business" })).toBeVisible();
  await keepsTheRules(theirs, "the choice of a business");
  await theirs.getByRole("button", { name: /Lantana Row Studio/ }).click();
  await expect(theirs).toHaveURL(/\/home$/);
  await expect(theirs.getByRole("button", { name: "Lantana Row Studio" })).toBeVisible();

  // removed, their own business stays
  await page.reload();
  await act(page, guest.email, "Remove");
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Njeri Mwangi is removed.")).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

async function renames(owner: Owner, name: string) {
  const { version } = await owner.ask<{ version: number }>("GET", "/v1/tenant");
  await owner.changes("/v1/tenant", version, { name });
}
