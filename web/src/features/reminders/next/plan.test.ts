import { expect, it } from "vitest";
import type { Invoice } from "@/features/invoices/api";
import type { Reminder } from "../api";
import { placeOf, rowsOfPlan, sumOf } from "./plan";

const TODAY = "2026-11-17";

const reminder = (over: Partial<Reminder>) =>
  ({
    id: "r1",
    invoice_id: "i1",
    contact_id: "c1",
    contact_name: "Savanna Bloom",
    channel: "EMAIL",
    status: "SCHEDULED",
    send_at: "2026-11-23T06:00:00Z",
    timezone: "Africa/Nairobi",
    reasons: [{ code: "OFFSET", words: "7 days after the due day" }],
    ...over,
  }) as Reminder;

const invoice = (over: Partial<Invoice>) =>
  ({
    id: "i1",
    contact_id: "c1",
    contact_name: "Savanna Bloom",
    status: "SENT",
    due_date: "2026-11-20",
    ...over,
  }) as Invoice;

it("puts what goes together in one message of one customer", () => {
  const together = [reminder({}), reminder({ id: "r2", invoice_id: "i2" })];

  const rows = rowsOfPlan(together, [invoice({}), invoice({ id: "i2" })], TODAY);

  expect(rows).toHaveLength(1);
  expect(rows[0]?.messages.map(({ reminders }) => reminders.length)).toEqual([2]);
  expect(sumOf(rows)).toEqual({ messages: 1, customers: 1, together: 1, moved: 0 });
});

it("shows those on hold after those who are written to", () => {
  const held = reminder({ id: "r2", contact_id: "c2", status: "HELD", held_by: "DISPUTED" });

  const rows = rowsOfPlan([held, reminder({})], [], TODAY);

  expect(rows.map(({ id }) => id)).toEqual(["c1", "c2"]);
  expect(rows[1]?.messages).toEqual([]);
});

it("holds until the promised day, and as long as nobody knows in a dispute", () => {
  const promised = invoice({ promise_to_pay_on: "2026-11-27" });
  const hold = (held_by: NonNullable<Reminder["held_by"]>) =>
    rowsOfPlan([reminder({ status: "HELD", held_by })], [promised], TODAY)[0]?.hold?.until;

  expect(hold("PROMISED")).toBe("2026-11-27");
  expect(hold("DISPUTED")).toBeUndefined();
});

it("leaves out a promise and a due day that have passed", () => {
  const late = invoice({ due_date: "2026-11-16", promise_to_pay_on: "2026-11-15" });

  const [row] = rowsOfPlan([reminder({})], [late], TODAY);

  expect(row).toMatchObject({ dues: [], promises: [] });
});

it("shows a customer whose invoice goes out by itself, and none who is not chased", () => {
  const scheduled = invoice({
    id: "i3",
    contact_id: "c3",
    status: "SCHEDULED",
    scheduled_send_at: "2026-11-18T06:00:00Z",
  });

  const rows = rowsOfPlan([], [scheduled, invoice({})], TODAY);

  expect(rows.map(({ id, sends }) => [id, sends.length])).toEqual([["c3", 1]]);
});

it("counts a message that a weekend moved once", () => {
  const reasons: Reminder["reasons"] = [
    { code: "OFFSET", words: "" },
    { code: "WEEKEND", words: "" },
  ];

  const rows = rowsOfPlan([reminder({ reasons }), reminder({ id: "r2", reasons })], [], TODAY);

  expect(sumOf(rows).moved).toBe(1);
});

it("places a day between the ends of the time shown", () => {
  expect(placeOf(TODAY, TODAY)).toBe(0);
  expect(placeOf("2027-01-01", TODAY)).toBe(50);
  expect(placeOf("2027-06-01", TODAY)).toBe(100);
});
