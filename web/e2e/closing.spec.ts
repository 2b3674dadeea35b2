import { expect, type Page, test } from "@playwright/test";
import { keepsTheRules } from "./axe";
import { exportsEverything, filesIn } from "./exports";
import { linkIn, mailAbout } from "./mails";
import { address, PASSWORD, signedIn } from "./people";

const NAME = "Lantana Row Studio";
const CLOSED = { level: 1, name: `${NAME} is closed` } as const;

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

test.use({ viewport: desk });

/** By its own page, with the name that is asked for. */
async function closes(page: Page) {
  await page.goto("/settings/business");
  await page.getByRole("button", { name: "Close the business…" }).click();
  const dialog = page.getByRole("dialog", { name: `Close ${NAME}?` });
  const act = dialog.getByRole("button", { name: "Close the business" });
  await expect(act).toBeDisabled();
  await dialog.getByLabel("Type the name of the business").fill("Lantana");
  await expect(act).toBeDisabled();
  await keepsTheRules(page, "the dialog of a closing");
  await dialog.getByLabel("Type the name of the business").fill(NAME);
  await act.click();
  await expect(page.getByRole("heading", CLOSED)).toBeVisible();
}

/** Nothing of it lies beside the screen. */
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

test("an owner closes the business, takes everything away and opens it again", async ({ page }) => {
  const owner = await signedIn(page);
  await owner.hasCustomer("Ostrich Road Coffee", address("wairimu"));
  await closes(page);

  // the page stands in place of every other, with the focus in it
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page.getByText(/^(59|60) days left$/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Invoices" })).toHaveCount(0);
  await page.goto("/invoices");
  await expect(page.getByRole("heading", CLOSED)).toBeVisible();
  await expect(page.getByText("Nothing was exported yet.")).toBeVisible();
  await keepsTheRules(page, "a closed business");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(phone);
  await page.reload();
  await expect(page.getByText("Nothing was exported yet.")).toBeVisible();
  await keepsTheRules(page, "a closed business, dark on a phone");
  expect(await fits(page)).toBe(true);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(desk);
  await page.reload();
  await mailAbout(owner.email, `${NAME} was closed`);

  const newest = await exportsEverything(page, 1);
  const fetching = page.waitForEvent("download");
  await newest.getByRole("link", { name: /^Download/ }).click();
  const { manifest } = await filesIn(await fetching);
  expect(manifest.business.name).toBe(NAME);
  expect(manifest.sections.find(({ name }) => name === "contacts")?.rows).toBe(1);

  // what is their own is not closed
  await page.getByRole("link", { name: "Security" }).click();
  await expect(page.getByRole("list", { name: "Devices" })).toContainText("this device");
  await keepsTheRules(page, "the own devices beside a closed business");
  await page.getByRole("link", { name: "Back to the closed business" }).click();

  await page.getByRole("button", { name: "Open it again" }).click();
  await expect(page.getByText(`${NAME} is open again. Its reminders stay paused.`)).toBeVisible();
  await expect(page).toHaveURL(/\/home$/);
  await expect(page.getByRole("button", { name: "New invoice" }).first()).toBeVisible();
  await page.goto("/contacts");
  await expect(page.getByText("Ostrich Road Coffee").first()).toBeVisible();
  await page.goto("/settings/reminders");
  await expect(page.getByRole("button", { name: "Resume" }).first()).toBeVisible();
  await page.goto("/settings/audit-log");
  await expect(page.getByText(`Njeri Mwangi closed the business`)).toBeVisible();
  await expect(page.getByText(`Njeri Mwangi opened the business again`)).toBeVisible();
});

test("whoever else works in it is told so on the next thing they do", async ({ page, browser }) => {
  const owner = await signedIn(page);
  const email = address("wanjiru", "lantana.example");
  await owner.ask("POST", "/v1/members", { email, role: "STAFF" });
  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(
    linkIn(await mailAbout(email, `Njeri Mwangi invites you to ${NAME}`), "/accept-invitation"),
  );
  await theirs.getByLabel("Your name").fill("Wanjiru Kamau");
  await theirs.getByLabel("Choose a password", { exact: true }).fill(PASSWORD);
  await theirs.getByRole("button", { name: "Open the account and join" }).click();
  await expect(theirs).toHaveURL(/\/home$/);
  await expect(theirs.getByRole("button", { name: "New invoice" }).first()).toBeVisible();

  await owner.ask("POST", "/v1/tenant/close", { name: NAME });
  await theirs.getByRole("link", { name: "Invoices" }).first().click();

  const said = theirs.getByRole("heading", {
    level: 1,
    name: "This business is closed. Its owner can open it again.",
  });
  await expect(said).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Open it again" })).toHaveCount(0);
  await keepsTheRules(theirs, "a business that is closed to them");

  await owner.ask("POST", "/v1/tenant/reopen");
  await theirs.reload();
  await expect(said).toHaveCount(0);
  await expect(theirs.getByRole("link", { name: "Invoices" }).first()).toBeVisible();
});
