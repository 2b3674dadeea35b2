import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { mailsTo, sandbox } from "./mails";
import { draft, signedIn } from "./people";

/** Long enough to die in; shorter than a lease. */
const HELD_MILLIS = 1_500;

test("the server is killed in the middle of a send: the page tells the truth, then the end", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signedIn(page);
  const payer = `killed.${Date.now()}@ostrich.example`;
  const editor = await draft(page, { name: "Ostrich Road Coffee", email: payer });
  await page.request.post(`${sandbox}/sandbox/faults`, {
    data: {
      provider: "postmark",
      path: "/email",
      recipient: payer,
      action: "delay_after",
      millis: HELD_MILLIS,
    },
  });
  await editor.getByRole("button", { name: "Send…" }).click();
  const dialog = page.getByRole("dialog", { name: /^Send / });
  await dialog.getByRole("button", { name: "Send now" }).click();
  await expect.poll(async () => (await mailsTo(payer)).length).toBe(1);

  process.kill(await program(), "SIGKILL");

  await expect(dialog.getByText("No answer yet.")).toBeVisible();
  await expect(page.getByText("Sent by e-mail")).toBeVisible({ timeout: 120_000 });
  expect(await mailsTo(payer)).toHaveLength(1);
});

/** The launcher starts it again by itself. */
async function program(): Promise<number> {
  const lock = await readFile(join(process.env.DUESPARK_DATA ?? "", "duespark.lock"), "utf8");
  return Number(/^pid (\d+),/.exec(lock)?.[1]);
}
