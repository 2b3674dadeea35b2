import { expect, type Page, test } from "@playwright/test";
import { Hand } from "./hand";
import { mailTo } from "./mails";
import { payByCard, payerOpens } from "./payer";
import { address, confirm, connectCards, draft, register, review, signIn, status } from "./people";

const pictures = process.env.STORY_PICTURES;

// where the browser says it is, the business is
test.use({ timezoneId: "Africa/Nairobi", locale: "en-KE" });

test.setTimeout(120_000); // all of it in less than two minutes, on a busy machine as well

test("from sign-up to paid, in less than two minutes of clicking", async ({ page, browser }) => {
  const owner = new Hand();
  const customer = new Hand();
  const email = address("njeri", "lantana.example");
  const payer = {
    name: "Ostrich Road Coffee",
    email: pictures ? "wairimu@ostrich.example" : address("wairimu"),
  };
  const began = Date.now();

  await page.goto("/register");
  await picture(page, "register");
  await register(page, email, owner);
  await confirm(page, email, owner);
  await signIn(page, email, owner);
  await picture(page, "home");
  await connectCards(page, owner);
  await draft(page, payer, "200", owner);
  await picture(page, "editor");
  const dialog = await review(page, owner);
  await picture(page, "send");
  await owner.press(dialog.getByRole("button", { name: "Send now" }));
  await expect(page.getByText("Sent by e-mail")).toBeVisible();

  customer.clicks += 1; // on the link in the mail
  const theirs = await payerOpens(browser, await mailTo(payer.email));
  await picture(theirs, "payer");
  await payByCard(theirs, "232.00", customer);
  await expect(status(page, "Paid")).toBeVisible();
  await picture(page, "paid");

  const seconds = Math.round((Date.now() - began) / 1000);
  test.info().annotations.push({
    type: "measured",
    description: `${owner.clicks} clicks, ${owner.fields} fields, ${owner.letters} letters; the machine took ${seconds} s`,
  });
  // what README.md says; more than this is a step back
  expect({ owner: owner.clicks, customer: customer.clicks }).toEqual({ owner: 13, customer: 3 });
  expect(owner.fields).toBe(11);
});

/** For README.md, when asked for. */
async function picture(page: Page, name: string) {
  if (!pictures) return;
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${pictures}/story-${name}.png`, animations: "disabled" });
}
