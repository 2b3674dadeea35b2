import { render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "@/lib/zod";
import { day, moment, untilDue } from "./dates";
import { beginToSpeak, language, locale, speak } from "./language";
import { figures } from "./money";
import { localeIn } from "./places";
import { textsOf } from "./texts";

const { t, T, says } = textsOf<"{n} page | {n} pages" | "Sent to {email}." | "Look @act">();

const catalogue = {
  "{n} page | {n} pages": "ukurasa {n} | kurasa {n}",
  "Sent to {email}.": "Imetumwa kwa {email}.",
  "Look @act": "Tazama",
  today: "leo",
  "{n} day late | {n} days late": "imechelewa siku {n}",
};
const load = vi.fn(async () => catalogue);

const asks = (...languages: string[]) =>
  vi.spyOn(navigator, "languages", "get").mockReturnValue(languages);

beforeEach(async () => {
  asks("en-GB");
  await beginToSpeak({ sw: load });
});
afterEach(async () => {
  load.mockReset().mockResolvedValue(catalogue);
  await speak("en-GB");
  localStorage.clear();
  vi.restoreAllMocks();
});

describe("a text", () => {
  it("is English as it stands, without loading anything", () => {
    expect(t("Sent to {email}.", { email: "a@b.c" })).toBe("Sent to a@b.c.");
    expect(t("Look @act")).toBe("Look");
    expect(load).not.toHaveBeenCalled();
  });

  it("is Swahili from the moment that somebody chooses it", async () => {
    await speak("sw-KE");

    expect(t("Sent to {email}.", { email: "a@b.c" })).toBe("Imetumwa kwa a@b.c.");
    expect(t("Look @act")).toBe("Tazama");
    expect(document.documentElement.lang).toBe("sw");
  });

  it.each([
    ["en-GB", 0, "0 pages"],
    ["en-GB", 1, "1 page"],
    ["en-GB", 1200, "1,200 pages"],
    ["sw-KE", 1, "ukurasa 1"],
    ["sw-KE", 2, "kurasa 2"],
  ])("counts in %s: %i", async (spoken, n, said) => {
    await speak(spoken);

    expect(t("{n} page | {n} pages", { n })).toBe(said);
  });

  it("has parts of the page in it, wherever the language puts them", async () => {
    await speak("sw-KE");

    render(<T text="Sent to {email}." email={<b>a@b.c</b>} />);

    expect(screen.getByText("a@b.c").parentElement?.textContent).toBe("Imetumwa kwa a@b.c.");
  });

  it("of a rule is said in the language of the moment that it is broken", async () => {
    const rule = z.string().min(1, says("Look @act"));
    await speak("sw-KE");

    expect(rule.safeParse("").error?.issues[0]?.message).toBe("Tazama");
  });

  it("stays English when Swahili does not arrive", async () => {
    load.mockRejectedValue(new Error("offline"));

    await speak("sw-KE");

    expect(t("Look @act")).toBe("Look");
    expect(document.documentElement.lang).toBe("en");
  });
});

describe("the first language", () => {
  it("is what the browser asks for, among those that the screens speak", async () => {
    asks("fr-FR", "sw-TZ", "en-US");

    await beginToSpeak({ sw: load });

    expect([language(), locale()]).toEqual(["sw", "sw-TZ"]);
    expect(localeIn("KE")).toBe("sw-KE");
  });

  it("is what was spoken on this device before", async () => {
    await speak("sw-KE");
    asks("en-US");

    await beginToSpeak({ sw: load });

    expect(locale()).toBe("sw-KE");
  });

  it("is English for an account whose locale is none", async () => {
    await speak("???");

    expect([language(), locale()]).toEqual(["en", "en-GB"]);
  });
});

describe("days and amounts", () => {
  it("are written in the language of the screen", async () => {
    await speak("sw-KE");

    expect(day("2026-11-17", "2026-11-17")).toBe("Jumanne 17 Nov");
    expect(moment("2026-11-17T06:00:00Z", "Africa/Nairobi", "2026-11-17")).toBe("leo, 09:00");
    expect(untilDue("2026-11-07", "2026-11-17")).toBe("imechelewa siku 10");
    expect(figures("1234.5", "KES")).toBe("1,234.50");
  });

  it("keep English days beside English words, and amounts as the person writes them", async () => {
    await speak("de-DE");

    expect(day("2026-11-17", "2026-11-17")).toBe("Tue 17 Nov");
    expect(figures("1234.5", "KES")).toBe("1.234,50");
  });
});
