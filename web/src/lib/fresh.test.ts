import { beforeEach, expect, test, vi } from "vitest";
import { reloadWhenPartsAreGone } from "./fresh";
import { page } from "./page";

const reload = vi.spyOn(page, "reload").mockImplementation(() => {});
reloadWhenPartsAreGone();

beforeEach(() => {
  sessionStorage.clear();
  reload.mockClear();
});

/** Whether the page still sees the failure. */
function miss(part: string) {
  const event = new Event("vite:preloadError", { cancelable: true });
  return dispatchEvent(Object.assign(event, { payload: new Error(`No ${part}`) }));
}

test("a missing part reloads the page, the same one only once", () => {
  expect(miss("menu-1.js")).toBe(false);
  expect(reload).toHaveBeenCalledOnce();

  expect(miss("menu-1.js")).toBe(true);
  expect(reload).toHaveBeenCalledOnce();
});

test("the next deploy reloads again", () => {
  miss("menu-1.js");
  miss("menu-2.js");

  expect(reload).toHaveBeenCalledTimes(2);
});

test("without a network the page stays", () => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValueOnce(false);

  expect(miss("menu-1.js")).toBe(true);
  expect(reload).not.toHaveBeenCalled();
});
