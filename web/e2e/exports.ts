import { readFile } from "node:fs/promises";
import { type Download, expect, type Page } from "@playwright/test";
import { filesOf } from "./zip";

type Manifest = {
  business: { name: string };
  sections: { name: string; rows: number }[];
  documents: { name: string }[];
};

const rowsOf = (page: Page) => page.getByRole("list", { name: "Exports" }).getByRole("listitem");

/** Asks for one and waits until it can be fetched. */
export async function exportsEverything(page: Page, count: number) {
  await page.getByRole("button", { name: "Export everything" }).click();
  await expect(rowsOf(page)).toHaveCount(count);
  const newest = rowsOf(page).first();
  await expect(newest).toContainText("It can be fetched until", { timeout: 60_000 });
  return newest;
}

/** What is in one that was fetched. */
export async function filesIn(download: Download) {
  const zip = await readFile(await download.path());
  expect(zip.toString("latin1", 0, 2)).toBe("PK");
  const files = filesOf(zip);
  const manifest: Manifest = JSON.parse(files.get("manifest.json")?.toString("utf8") ?? "");
  return { files, manifest };
}
