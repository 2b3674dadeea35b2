import { expect, type Page } from "@playwright/test";
import { Hand } from "./hand";
import { linkIn, mailTo } from "./mails";
import { HERE, Owner } from "./owner";

export const PASSWORD = "correct horse battery";

let lastId = Date.now();

/** An address that nobody has had yet. */
export const address = (name: string, at = "ostrich.example") =>
  `${name}.${process.env.TEST_WORKER_INDEX ?? 0}.${++lastId}@${at}`;

/** Opens an account by the API and signs in on the page. */
export async function signedIn(page: Page): Promise<Owner> {
  const email = address("njeri", "lantana.example");
  const register = await page.request.post("/v1/auth/register", {
    data: {
      ...HERE,
      email,
      password: PASSWORD,
      display_name: "Njeri Mwangi",
      business_name: "Lantana Row Studio",
    },
  });
  expect(register.status()).toBe(202);
  const token = new URL(linkIn(await mailTo(email), "/verify-email")).searchParams.get("token");
  await page.request.post("/v1/auth/verify-email", { data: { token } });
  const login = await page.request.post("/v1/auth/login", { data: { email, password: PASSWORD } });
  const { access_token } = (await login.json()).data;
  await page.goto("/login");
  await signIn(page, email);
  return new Owner(email, page.request, access_token);
}

/** At the door. */
export async function signIn(page: Page, email: string, hand = new Hand()) {
  await hand.write(page.getByLabel("E-mail"), email);
  await hand.write(page.getByLabel("Password", { exact: true }), PASSWORD);
  await hand.press(page.getByRole("button", { name: "Sign in" }));
  await expect(page).toHaveURL(/\/home$/);
  // the address is the new one before the page is; from its heading on keys are heard
  await expect(page.getByLabel("E-mail")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Opens an account on the page, and waits for the word that a mail is on its way. */
export async function register(page: Page, email: string, hand = new Hand()) {
  await hand.write(page.getByLabel("Business name"), "Lantana Row Studio");
  await hand.write(page.getByLabel("Your name"), "Njeri Mwangi");
  await hand.write(page.getByLabel("E-mail"), email);
  await hand.write(page.getByLabel("Password", { exact: true }), PASSWORD);
  await hand.press(page.getByRole("button", { name: "Open the account" }));
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
}

/** Confirms the address by its mail, which leads to the door. */
export async function confirm(page: Page, email: string, hand = new Hand()) {
  hand.clicks += 1; // on the link in the mail
  await page.goto(linkIn(await mailTo(email), "/verify-email"));
  await expect(page.getByRole("heading", { name: "Your e-mail is confirmed" })).toBeVisible();
  await hand.press(page.getByRole("link", { name: "Continue" }));
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
}

/** Connects the business's own account for cards, with a key from its pages. */
export async function connectCards(page: Page, hand = new Hand()) {
  await hand.press(page.getByRole("link", { name: "Settings" }).first());
  await hand.press(page.getByRole("main").getByRole("link", { name: /^Payments/ }));
  await hand.press(page.getByRole("button", { name: "Connect Stripe" }));
  const dialog = page.getByRole("dialog", { name: "Connect Stripe" });
  await hand.paste(dialog.getByLabel("Secret key", { exact: true }), "sk_test_lantana");
  await hand.press(dialog.getByRole("button", { name: "Connect" }));
  await expect(page.getByRole("main").getByText("Connected", { exact: true })).toBeVisible();
}

type Customer = { name: string; email: string };

/** Writes a draft in the drawer, for a customer who is made on the way. */
export async function draft(page: Page, customer: Customer, rate = "200", hand = new Hand()) {
  await hand.press(page.getByRole("button", { name: "New invoice" }).first());
  const editor = page.getByRole("dialog");
  await hand.write(editor.getByRole("combobox", { name: "Customer" }), customer.name);
  await hand.press(page.getByRole("option", { name: `Create “${customer.name}”` }));
  await hand.write(editor.getByLabel(`E-mail of ${customer.name}`), customer.email);
  await hand.press(editor.getByRole("button", { name: "Save" }));
  await hand.write(editor.getByLabel("Item 1", { exact: true }), "Menu redesign");
  await hand.write(editor.getByLabel("Rate of item 1"), rate);
  await expect(editor.getByText("Saved")).toBeVisible();
  return editor;
}

/** Opens what is in the editor as the mail that would leave. */
export async function review(page: Page, hand = new Hand()) {
  await hand.press(page.getByRole("dialog").getByRole("button", { name: "Send…" }));
  const dialog = page.getByRole("dialog", { name: /^Send / });
  const mail = dialog.frameLocator("iframe");
  await expect(
    mail.getByText("232.00").filter({ visible: true }).first(), // 200 and 16 % VAT
  ).toBeVisible();
  return dialog;
}

/** Sends what is in the editor, and waits for the invoice's page to say so. */
export async function send(page: Page, hand = new Hand()) {
  const dialog = await review(page, hand);
  await hand.press(dialog.getByRole("button", { name: "Send now" }));
  await expect(page.getByText("Sent by e-mail")).toBeVisible();
}

/** The state of an invoice, beside its number. */
export const status = (page: Page, word: string) =>
  page.getByRole("heading", { level: 1 }).locator("..").getByText(word, { exact: true });
