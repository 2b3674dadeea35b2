import { expect, test } from "@playwright/test";
import { keepsTheRules } from "./axe";
import { exportsEverything, filesIn } from "./exports";
import { address, signedIn } from "./people";

test("everything of the business leaves in one file, with the PDFs and without them", async ({
  page,
}) => {
  const owner = await signedIn(page);
  const contact = await owner.hasCustomer("Ostrich Road Coffee", address("wairimu"));
  await owner.hasCustomer("Savanna Bloom", address("achieng"));
  const { invoice_number } = await owner.hasSent(contact);
  await page.goto("/settings/data");
  await expect(page.getByText("Nothing was exported yet.")).toBeVisible();
  await keepsTheRules(page, "no export yet");

  const newest = await exportsEverything(page, 1);
  await expect(newest).toContainText("Asked for by Njeri Mwangi");
  await expect(newest).toContainText("with PDFs");
  await keepsTheRules(page, "an export that is ready");
  const fetching = page.waitForEvent("download");
  await newest.getByRole("link", { name: /^Download/ }).click();
  const download = await fetching;

  expect(download.suggestedFilename()).toMatch(/^duespark-export-\d{4}-\d\d-\d\d\.zip$/);
  const { files, manifest } = await filesIn(download);
  expect(manifest.business.name).toBe("Lantana Row Studio");
  expect(manifest.sections.find(({ name }) => name === "contacts")?.rows).toBe(2);
  const lines = files.get("contacts.jsonl")?.toString("utf8").trim().split("\n") ?? [];
  expect(lines.map((line) => JSON.parse(line).display_name)).toEqual([
    "Ostrich Road Coffee",
    "Savanna Bloom",
  ]);
  expect(manifest.documents.map(({ name }) => name)).toEqual([`documents/${invoice_number}.pdf`]);
  expect(files.get(`documents/${invoice_number}.pdf`)?.toString("latin1", 0, 5)).toBe("%PDF-");

  await page.getByLabel("With the PDF of every invoice").uncheck();
  const second = await exportsEverything(page, 2);
  await expect(second).toContainText("without PDFs");
  const fetchingAgain = page.waitForEvent("download");
  await second.getByRole("link", { name: /^Download/ }).click();
  const without = await filesIn(await fetchingAgain);
  expect(without.manifest.documents).toEqual([]);

  await page.goto("/settings/audit-log");
  await expect(page.getByText("Njeri Mwangi asked for an export of everything")).toHaveCount(2);
  await expect(page.getByText("An export of everything was made")).toHaveCount(2);
  await expect(page.getByText("Njeri Mwangi fetched an export of everything")).toHaveCount(2);
});
