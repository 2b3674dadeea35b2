import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { Hand } from "./hand";
import { type Mail, payLinkIn } from "./mails";

/** The customer follows the link in the mail: another browser, no account. */
export async function payerOpens(
  browser: Browser,
  mail: Mail,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(payLinkIn(mail));
  return page;
}

/** On the payer's page and the sandbox's card page; waits for the thanks. */
export async function payByCard(payer: Page, amount: string, hand = new Hand()) {
  await hand.press(payer.getByRole("button", { name: `Pay KES ${amount}` }));
  await expect(payer.getByLabel("Card number")).toHaveValue("4242 4242 4242 4242");
  await hand.press(payer.getByRole("button", { name: /^Pay / }));
  await expect(payer.getByRole("heading", { name: "Paid in full. Thank you." })).toBeVisible();
}
