import { describe, expect, it } from "vitest";
import type { Invoice } from "../api";
import {
  amountOf,
  bodyOf,
  copyOf,
  emptyLine,
  type Form,
  formOf,
  halfLine,
  isWhole,
  linesOf,
  onTopOf,
  schema,
} from "./form";

const line = (change: Partial<Form["lines"][number]>) => ({ ...emptyLine("VAT16"), ...change });

const form = (change: Partial<Form> = {}): Form => ({
  contact_id: "c",
  currency: "KES",
  issue_date: "2026-11-17",
  due_date: "2026-12-01",
  reference: "",
  notes: "",
  discount: "",
  amount_off: null,
  lines: [line({ name: "Menu redesign", rate: "42000" })],
  ...change,
});

describe("the lines of a draft", () => {
  it("leave out one that waits for its words", () => {
    const found = linesOf(form({ lines: [line({}), line({ name: " Survey ", rate: "6000" })] }));

    expect(found).toEqual([
      { name: "Survey", description: null, qty: "1", rate: "6000", tax_code: "VAT16" },
    ]);
  });

  it("get the server's amounts by the lines that were asked about", () => {
    const draft = form({
      lines: [
        line({ name: "A", rate: "1" }),
        line({ name: "waits" }),
        line({ name: "B", rate: "2" }),
      ],
    });
    const answered = [{ amount: "1.00" }, { amount: "2.00" }];

    expect([0, 1, 2].map((i) => amountOf(draft, i, answered))).toEqual(["1.00", undefined, "2.00"]);
  });
});

describe("a draft that cannot be saved", () => {
  const wrong = (change: Partial<Form>) =>
    schema.safeParse(form(change)).error?.issues.map((issue) => issue.path.join("."));

  it("names the field", () => {
    expect(wrong({ contact_id: "" })).toEqual(["contact_id"]);
    expect(wrong({ due_date: "2026-11-16" })).toEqual(["due_date"]);
    expect(wrong({ lines: [line({ name: "A", rate: "1.2.3" })] })).toEqual(["lines.0.rate"]);
    expect(wrong({ lines: [line({ name: "A", rate: "1", qty: "two" })] })).toEqual(["lines.0.qty"]);
  });
});

it("a discount is a percentage, in the API's own writing", () => {
  expect(bodyOf(form({ discount: "2,5" })).discount).toEqual({ type: "PERCENT", value: "2.5" });
  expect(bodyOf(form()).discount).toBeNull();
});

const stored = (change: object = {}, first: object = {}) =>
  ({
    contact_id: "c",
    currency: "KES",
    issue_date: "2026-11-17",
    due_date: "2026-12-01",
    line_items: [{ id: "l", name: "A", qty: "1.500", rate: "1.125", amount: "1.69", ...first }],
    ...change,
  }) as Invoice;

describe("a draft of the API", () => {
  it("goes back with what the form does not show", () => {
    const off = { type: "AMOUNT" as const, value: "50" };
    const body = bodyOf(formOf(stored({ discount: off }, { unit: "hour", discount: off })));

    expect(body.discount).toEqual(off);
    expect(body.line_items[0]).toMatchObject({ id: "l", unit: "hour", discount: off });
  });

  it.each(["0.125", "1.125", "1.500", "12.345678"])("keeps a figure of %s as it is", (rate) => {
    const draft = formOf(stored({}, { rate }));

    expect(schema.safeParse(draft).success).toBe(true);
    expect(linesOf(draft)[0]).toMatchObject({ qty: "1.500", rate });
  });

  it("loses its discount when that is taken out", () => {
    const draft = formOf(stored({ discount: { type: "PERCENT", value: "5" } }));
    expect(bodyOf({ ...draft, discount: "" }).discount).toBeNull();
  });

  it("copies a line without its id, and with its unit", () => {
    const [first] = formOf(stored({}, { unit: "hour" })).lines;
    const [copy] = first ? linesOf(form({ lines: [copyOf(first)] })) : [];

    expect(copy).toMatchObject({ unit: "hour", rate: "1.125" });
    expect(copy).not.toHaveProperty("id");
  });
});

it.each([
  ["1,000", "1000"],
  ["1,5", "1.5"],
  ["0.125", "0.125"],
])("reads a quantity and a rate of %s as %s", (typed, figure) => {
  const [found] = linesOf(form({ lines: [line({ name: "A", qty: typed, rate: typed })] }));
  expect(found).toMatchObject({ qty: figure, rate: figure });
});

it("knows a line that would be left behind", () => {
  const whole = line({ name: "A", rate: "1" });

  expect(isWhole(form({ lines: [whole, line({})] }))).toBe(true);
  expect(isWhole(form({ lines: [whole, line({ name: "B" })] }))).toBe(false);
  expect(halfLine(form({ lines: [whole, line({ rate: "5" })] }))).toBe(1);
});

describe("mine on top of theirs", () => {
  const base = formOf(stored({ notes: "As agreed", reference: "PO 1" }));
  const theirs = stored({ notes: "Theirs", due_date: "2026-12-24" }, { name: "B" });

  it("is what I changed, and theirs in all else", () => {
    const mine = { ...base, reference: "PO 2", notes: "Mine" };

    expect(onTopOf(theirs, mine, bodyOf(base))).toMatchObject({
      reference: "PO 2",
      notes: "Mine",
      due_date: "2026-12-24",
      lines: [{ name: "B" }],
    });
  });

  it("keeps what I emptied empty, and a discount as one thing", () => {
    const off = { type: "AMOUNT" as const, value: "50" };
    const mine = { ...base, notes: "", discount: "5" };

    const found = onTopOf({ ...theirs, discount: off }, mine, bodyOf(base));

    expect(found).toMatchObject({ notes: "", discount: "5", amount_off: null });
  });

  it("keeps a line that I am still writing", () => {
    const mine = { ...base, lines: [...base.lines, line({ name: "Half" })] };

    expect(onTopOf(theirs, mine, bodyOf(base)).lines.map(({ name }) => name)).toEqual([
      "A",
      "Half",
    ]);
  });
});
