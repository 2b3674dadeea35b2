import { expect } from "@playwright/test";

type Mail = { subject: string; text: string };

export const sandbox = process.env.SANDBOX_URL ?? "http://127.0.0.1:8030";

/** The mails to an address, oldest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const answer = await fetch(`${sandbox}/sandbox/mails?to=${encodeURIComponent(address)}`);
  return (await answer.json()).data;
}

/** The latest mail to an address, as soon as it is there. */
export async function mailTo(address: string): Promise<Mail> {
  await expect
    .poll(async () => (await mailsTo(address)).length, { timeout: 20_000 })
    .toBeGreaterThan(0);
  return (await mailsTo(address)).at(-1) as Mail;
}

/** The address in a mail's text that leads to a page of the app. */
export function linkIn(mail: Mail, path: string): string {
  const link = mail.text.split(/\s+/).find((word) => word.includes(`${path}?`));
  if (!link) throw new Error(`No link to ${path} in the mail "${mail.subject}".`);
  return link;
}
