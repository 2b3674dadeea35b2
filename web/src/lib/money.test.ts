import { describe, expect, it } from "vitest";
import { figures, headline, isZero, parseAmount, parseDecimal, sum } from "./money";

describe("what a person types", () => {
  it.each([
    ["1250", "KES", "1250"],
    ["1,250.5", "KES", "1250.5"],
    ["1.250,50", "EUR", "1250.50"],
    ["1 250.50", "KES", "1250.50"],
    ["1,500", "KES", "1500"],
    ["1.500", "EUR", "1500"],
    ["0,99", "EUR", "0.99"],
    ["1.234", "KWD", "1.234"],
    ["0.125", "KWD", "0.125"],
    ["1,234.567", "KWD", "1234.567"],
    ["1,234,567", "KWD", "1234567"],
    ["1500", "JPY", "1500"],
    ["12345678901234567.89", "KES", "12345678901234567.89"],
  ])("reads %s in %s as %s", (typed, currency, amount) => {
    expect(parseAmount(typed, currency)).toBe(amount);
  });

  it.each([
    ["", "KES"],
    ["abc", "KES"],
    ["-5", "KES"],
    ["1.2555", "KES"],
    ["0.125", "KES"],
    ["1,500.25.3", "KES"],
    ["10.5", "JPY"],
    ["1..2", "KES"],
  ])("refuses %s in %s", (typed, currency) => {
    expect(parseAmount(typed, currency)).toBeNull();
  });
});

it.each([
  ["1,000", "1000"],
  ["1.5", "1.5"],
  ["0.125", "0.125"],
  ["0,125", "0.125"],
  ["1,000.125", "1000.125"],
  ["1.25000", null],
])("a number that is no money: %s is %s", (typed, number) => {
  expect(parseDecimal(typed, 4)).toBe(number);
});

describe("what is shown", () => {
  it("groups, with the currency's decimals", () => {
    expect(figures("1234567.5", "KES", "en")).toBe("1,234,567.50");
    expect(figures("1500", "JPY", "en")).toBe("1,500");
    expect(figures("1.5", "KWD", "en")).toBe("1.500");
  });

  it("keeps every digit of an amount that no double holds", () => {
    expect(figures("90071992547409931.27", "KES", "en")).toBe("90,071,992,547,409,931.27");
  });

  it("leaves out decimals that are zero in a headline", () => {
    expect(headline("671980.00", "KES", "en")).toBe("671,980");
    expect(headline("671980.50", "KES", "en")).toBe("671,980.50");
  });
});

describe("sums", () => {
  it("are exact", () => {
    expect(sum(["0.10", "0.20"], "KES")).toBe("0.30");
    expect(sum(["90071992547409931.27", "0.01"], "KES")).toBe("90071992547409931.28");
    expect(sum(["-5.00", "2.50"], "KES")).toBe("-2.50");
    expect(sum(["100", "50"], "JPY")).toBe("150");
    expect(sum([], "KES")).toBe("0.00");
  });

  it("know zero in any writing", () => {
    expect(["0", "0.00", "-0.0"].every(isZero)).toBe(true);
    expect(isZero("0.01")).toBe(false);
  });
});
