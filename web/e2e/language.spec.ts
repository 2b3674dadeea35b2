import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { signedIn } from "./people";

test("speaks the language of the account from the moment that it is saved", async ({ page }) => {
  await signedIn(page);
  await page.goto("/settings/me");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");

  await page.getByLabel("Language").selectOption("sw-KE");
  await page.getByRole("button", { name: "Save" }).click();

  await expect(page.getByRole("heading", { name: "Mipangilio" })).toBeVisible();
  await expect(page.getByText("Akaunti yako imehifadhiwa.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "sw");
  await page.goto("/home");
  await expect(page.getByRole("link", { name: "Vikumbusho" }).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test.describe("a browser in Swahili", () => {
  test.use({ locale: "sw-KE" });

  test("is met in Swahili, and keeps what somebody chooses instead", async ({ page }) => {
    await page.goto("/login");
    await expect(page.getByRole("heading", { name: "Ingia" })).toBeVisible();

    await page.getByRole("button", { name: "English" }).click();

    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});

test("asks for no Swahili where nobody reads it", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));

  await page.goto("/register", { waitUntil: "load" });

  await expect(page.getByRole("heading", { name: "Open an account" })).toBeVisible();
  expect(asked.filter((path) => path.includes("swahili"))).toEqual([]);
});
