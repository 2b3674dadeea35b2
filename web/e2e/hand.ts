import type { Locator } from "@playwright/test";

/** A person's hand: does what is asked of it, and counts. */
export class Hand {
  clicks = 0;
  fields = 0;
  letters = 0;

  async press(what: Locator) {
    this.clicks += 1;
    await what.click();
  }

  async write(field: Locator, text: string) {
    this.fields += 1;
    this.letters += text.length;
    await field.fill(text);
  }

  /** A key or a link copied from elsewhere is no typing. */
  async paste(field: Locator, text: string) {
    this.fields += 1;
    await field.fill(text);
  }
}
