// Every page and state as docs/pictures/NAME-THEME-WIDTH.png.
//   ./duespark up --duespark.rates.user=10000/1m --duespark.rates.auth=10000/1m    in another terminal
//   npm --prefix web run pictures
import { expect, type Page, test } from "@playwright/test";
import { Owner } from "../e2e/owner";
import { address, signedIn } from "../e2e/people";
import { sections } from "../src/features/settings/sections";

const out = new URL("../../docs/pictures/", import.meta.url).pathname;
const demo = { email: "njeri@lantanarow.example", password: "getting paid is nice" };
const UNKNOWN = "0190a000-0000-7000-8000-00000000000c";

const outside = {
  login: "/login",
  register: "/register",
  forgot: "/forgot-password",
  verify: "/verify-email?email=njeri@lantanarow.example",
  "verify-old": "/verify-email?token=used",
  reset: "/reset-password?token=used",
  "invitation-old": "/accept-invitation?token=used",
  design: "/design",
};
const inside = {
  home: "/home",
  invoices: "/invoices",
  contacts: "/contacts",
  "contact-new": "/contacts?new=contact",
  payments: "/payments",
  reminders: "/reminders",
  "reminders-sent": "/reminders?status=SENT",
  settings: "/settings",
  ...Object.fromEntries(sections.map(({ key }) => [`settings-${key}`, `/settings/${key}`])),
  gone: `/invoices/${UNKNOWN}`,
  "not-found": "/nowhere",
};

for (const theme of ["light", "dark"] as const) {
  for (const width of [1280, 390]) {
    test.describe(`${theme} at ${width}`, () => {
      test.use({ viewport: { width, height: width > 760 ? 900 : 844 }, colorScheme: theme });

      async function picture(page: Page, name: string) {
        if (name !== "design") {
          // which shows a skeleton as such
          await expect(page.getByRole("status", { name: "Loading" })).toHaveCount(0);
        }
        // the frame of a mail never counts as idle; what is in it has been waited for
        if (name !== "send") await page.waitForLoadState("networkidle");
        const path = `${out}${name}-${theme}-${width}.png`;
        await page.screenshot({ path, animations: "disabled" });
      }

      test("the demo business", async ({ page }) => {
        for (const [name, path] of Object.entries(outside)) {
          await page.goto(path);
          await picture(page, name);
        }
        const owner = await demoOwner(page);
        for (const [name, path] of Object.entries(inside)) {
          await page.goto(path);
          await picture(page, name);
        }

        await open(page, "/payments");
        await page.getByRole("dialog", { name: "Payment" }).getByText("Paid by").waitFor();
        await picture(page, "payment");
        await open(page, "/contacts?q=Savanna");
        await page.getByText("Open invoices").waitFor();
        await picture(page, "contact");
        await open(page, "/invoices?status=PARTIALLY_PAID");
        await page.getByText("received by").first().waitFor();
        await picture(page, "invoice");
        await page.getByRole("button", { name: "Record payment" }).click();
        await picture(page, "record-payment");
        await page.keyboard.press("Escape");
        await open(page, "/invoices?status=SENT");
        await page.getByRole("button", { name: "More acts" }).click();
        await page.getByRole("menuitem", { name: "Void" }).click();
        await picture(page, "void");

        await open(page, "/invoices?status=DRAFT");
        const draft = new URL(page.url()).pathname.split("/").at(-1);
        await page.getByRole("button", { name: "Edit" }).click();
        await page.getByLabel("Item 1", { exact: true }).waitFor();
        await picture(page, "editor");
        await page.getByRole("button", { name: "Send…" }).click();
        await page.frameLocator("iframe").getByText("KES").first().waitFor({ state: "attached" });
        await picture(page, "send");
        await page.keyboard.press("Escape");
        const { version, reference } = await owner.ask<{ version: number; reference: string }>(
          "GET",
          `/v1/invoices/${draft}`,
        );
        await owner.changes(`/v1/invoices/${draft}`, version, { reference: `${reference ?? ""}.` });
        await page.getByLabel("Note to the customer").fill("Thank you for the year.");
        await page.getByText("Somebody else changed this draft").waitFor();
        await picture(page, "conflict");
        await page.getByRole("button", { name: "Take theirs" }).click();
        await owner.changes(`/v1/invoices/${draft}`, version + 1, { reference: reference ?? null });

        await page.goto("/home");
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.keyboard.press("Control+k");
        await page.getByRole("dialog").getByRole("combobox").fill("sav");
        await page.getByText("Why was nothing sent").waitFor();
        await picture(page, "command");

        await page.route("**/v1/payments?*", (route) =>
          route.fulfill({
            status: 403,
            json: { error: { code: "FORBIDDEN", message: "Not for your role", request_id: "" } },
          }),
        );
        await page.goto("/payments");
        await page.getByText("Your role does not open this page.").waitFor();
        await picture(page, "forbidden");
        await page.route("**/v1/invoices?*", (route) => route.abort());
        await page.goto("/invoices");
        await page.getByText("The list did not load.").waitFor({ timeout: 60_000 });
        await picture(page, "away");
      });

      test("a new business, and one to try things in", async ({ page }) => {
        const owner = await signedIn(page);
        await picture(page, "home-empty");
        await page.goto("/invoices");
        await picture(page, "invoices-empty");

        await owner.foundsTestBusiness("Lantana Trial");
        const contact = await owner.hasCustomer("Ostrich Road Coffee", address("wairimu"));
        await owner.hasSent(contact);
        await page.reload();
        await page.getByRole("button", { name: "Lantana Row Studio" }).click();
        await page.getByRole("menuitem", { name: /Lantana Trial/ }).click();
        await page.getByText("Next: a reminder").waitFor();
        await picture(page, "test-clock");
      });
    });
  }
}

/** Signs in to the demo business, on the page and by the API. */
async function demoOwner(page: Page): Promise<Owner> {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(demo.email);
  await page.getByLabel("Password", { exact: true }).fill(demo.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/home");
  const login = await page.request.post("/v1/auth/login", { data: demo });
  return new Owner(demo.email, page.request, (await login.json()).data.access_token);
}

/** The first of a list. */
async function open(page: Page, list: string) {
  await page.goto(list);
  await page.getByRole("main").locator("[data-open]").first().click();
}
