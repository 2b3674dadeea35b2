import { afterEach, expect, test, vi } from "vitest";
import { alone, uuid } from "./secure";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a page without secure context makes its own random ids", () => {
  const { getRandomValues } = crypto;
  vi.stubGlobal("crypto", { getRandomValues: getRandomValues.bind(crypto) });

  const ids = Array.from({ length: 50 }, uuid);

  expect(new Set(ids).size).toBe(50);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test("a page without locks works at once", async () => {
  vi.stubGlobal("navigator", {});

  await expect(alone("session", async () => "done")).resolves.toBe("done");
});

test("a page with locks takes its turn", async () => {
  const request = vi.fn((_name: string, work: () => unknown) => work());
  vi.stubGlobal("navigator", { locks: { request } });

  await expect(alone("session", async () => "done")).resolves.toBe("done");
  expect(request).toHaveBeenCalledExactlyOnceWith("session", expect.any(Function));
});
