import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page here has before what is wanted. */
const MOST_STOPS = 60;

/** The thinnest line that is seen. */
const LEAST_PIXELS = 2;

/** Goes with Tab to what is wanted; every stop on the way shows that the focus is there. */
export async function tabTo(page: Page, wanted: Locator) {
  await expect(wanted).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    await showsFocus(page);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${wanted} in ${MOST_STOPS} stops.`);
}

/** Goes there and presses Enter. */
export async function enter(page: Page, wanted: Locator) {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

/** Goes to a field and types into it. */
export async function type(page: Page, field: Locator, text: string) {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** A ring on what has the focus or on the box around it, inside the screen and under nothing. */
async function showsFocus(page: Page) {
  const seen = await page.evaluate((least) => {
    const element = document.activeElement;
    if (!element || element === document.body) return "nothing has the focus";
    if (element instanceof HTMLIFrameElement) return null; // a mail draws its own
    const name = element.outerHTML.slice(0, 160);
    // inside a field for dates stands a button of the browser's own, with the browser's own ring
    if (element.matches(":focus-within:not(:focus)")) return null;
    if (!element.matches(":focus-visible")) return `not :focus-visible: ${name}`;
    const rings = [element, element.parentElement].some((box) => {
      if (!box) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(box);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= least;
    });
    if (!rings) return `no ring: ${name}`;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return above && (element.contains(above) || above.contains(element))
      ? null
      : `covered or out of sight: ${name}`;
  }, LEAST_PIXELS);
  expect(seen).toBeNull();
}

/** Where the thumb of the hand that holds the phone comes to. */
export async function isInThumbReach(page: Page, act: Locator) {
  const box = await act.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  expect(box?.y, `${act} is in the lower half`).toBeGreaterThan(height / 2);
  expect(box?.height, `${act} is high enough`).toBeGreaterThanOrEqual(44);
}
