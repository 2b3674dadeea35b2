import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Whether what is on the page now keeps the rules of accessibility; the place is for the message. */
export async function keepsTheRules(page: Page, place: string) {
  // no script runs in a mail's frame, so axe waits there for nobody
  const { violations } = await new AxeBuilder({ page }).exclude("iframe[sandbox]").analyze();
  expect(
    violations.map(
      (found) => `${place}: ${found.id} ${found.nodes.map((node) => node.target).join(" ")}`,
    ),
  ).toEqual([]);
}
