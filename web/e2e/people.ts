import { expect, type Page } from "@playwright/test";
import { linkIn, mailTo } from "./mails";

const PASSWORD = "correct horse battery";

let lastId = Date.now();

/** Opens an account by the API and signs in on the page. Answers the owner's address. */
export async function signedIn(page: Page): Promise<string> {
  lastId += 1;
  const email = `njeri.${lastId}@lantana.example`;
  const register = await page.request.post("/v1/auth/register", {
    data: {
      email,
      password: PASSWORD,
      display_name: "Njeri Mwangi",
      business_name: "Lantana Row Studio",
      timezone: "Africa/Nairobi",
      currency: "KES",
      country: "KE",
    },
  });
  expect(register.status()).toBe(202);
  const token = new URL(linkIn(await mailTo(email), "/verify-email")).searchParams.get("token");
  await page.request.post("/v1/auth/verify-email", { data: { token } });
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/home$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible(); // from now on keys are heard
  return email;
}

/** Writes a draft in the drawer, for a customer who is made on the way. */
export async function draft(page: Page, customer: { name: string; email: string }, rate = "200") {
  await page.getByRole("button", { name: "New invoice" }).first().click();
  const editor = page.getByRole("dialog");
  await editor.getByRole("combobox", { name: "Customer" }).fill(customer.name);
  await page.getByRole("option", { name: `Create “${customer.name}”` }).click();
  await editor.getByLabel(`E-mail of ${customer.name}`).fill(customer.email);
  await editor.getByRole("button", { name: "Save" }).click();
  await editor.getByLabel("Item 1", { exact: true }).fill("Menu redesign");
  await editor.getByLabel("Rate of item 1").fill(rate);
  await expect(editor.getByText("Saved")).toBeVisible();
  return editor;
}
