import { expect } from "@playwright/test";

export type Mail = { subject: string; text: string; to: string[] };

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

/** The one mail of this subject to an address, as soon as it is there. */
export async function mailAbout(address: string, about: string): Promise<Mail> {
  const fits = ({ subject }: Mail) => subject === about;
  await expect
    .poll(async () => (await mailsTo(address)).filter(fits).length, {
      message: `a mail to ${address} about ${about}`,
      timeout: 20_000,
    })
    .toBe(1);
  return (await mailsTo(address)).find(fits) as Mail;
}

/** The address in a mail's text that leads to a page of the app. */
export const linkIn = (mail: Mail, path: string) => found(mail, `${path}?`);

/** The address in a mail's text at which the invoice is paid. */
export const payLinkIn = (mail: Mail) => found(mail, "/portal/invoices/");

function found(mail: Mail, part: string): string {
  const link = mail.text.split(/\s+/).find((word) => word.includes(part));
  if (!link) throw new Error(`No link to ${part} in the mail "${mail.subject}".`);
  return link;
}
