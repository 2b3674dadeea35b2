import { describe, expect, it } from "vitest";
import { amountOf, bodyOf, emptyLine, type Form, linesOf, schema } from "./form";

const line = (change: Partial<Form["lines"][number]>) => ({ ...emptyLine("VAT16"), ...change });

const form = (change: Partial<Form> = {}): Form => ({
  contact_id: "c",
  currency: "KES",
  issue_date: "2026-11-17",
  due_date: "2026-12-01",
  reference: "",
  notes: "",
  discount: "",
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
  expect(bodyOf(form())).not.toHaveProperty("discount");
});
