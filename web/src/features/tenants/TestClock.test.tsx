import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { renderAt } from "@/test/renderAt";
import { business, me } from "@/test/samples";
import { server } from "@/test/server";
import type { Clock } from "./api";
import TestClock from "./TestClock";

const GET = "GET /v1/test-clock";
const POST = "POST /v1/test-clock";
const CONTACT = "0190a000-0000-7000-8000-00000000000c";

const standing: Clock = {
  now: "2026-11-17T06:00:00Z",
  moving_to: null,
  next: [{ kind: "REMINDER", id: CONTACT, at: "2026-11-19T06:30:00Z" }],
};
const arrived: Clock = { now: "2026-11-24T06:00:00Z", moving_to: null, next: [] };

const bar = () => screen.findByRole("region", { name: "Test clock" });

beforeEach(() => {
  server.on("GET /v1/tenant", () => ({ data: { ...business, kind: "TEST" } }));
  server.on("GET /v1/auth/me", () => ({ data: me }));
  server.on(GET, () => ({ data: standing }));
  server.on(`GET /v1/contacts/${CONTACT}`, () => ({ data: { display_name: "Savanna Bloom" } }));
});

const show = () => renderAt("/", { "/": TestClock });

it("says what time it is by the business's zone and what comes next", async () => {
  show();

  await screen.findByText(/a reminder to Savanna Bloom/);
  const said = (await bar()).textContent;
  expect(said).toMatch(/Test business\. It is .*17.*2026.*, 09:00\./);
  expect(said).toMatch(/Next: a reminder to Savanna Bloom, .*19.*, 09:30\./);
});

it("says where it moves, asks until it is there, and reads everything anew", async () => {
  const { client } = show();
  client.setQueryData(["invoices"], "of the old day");
  server.on(POST, () => ({
    status: 202,
    data: { ...standing, moving_to: "2026-11-24T06:00:00Z" },
  }));

  server.on(GET, () => ({ data: standing }));
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "+7 days" }));
  expect((await screen.findByText(/Moving to/)).textContent).toMatch(/24.*2026, 09:00/);
  expect(client.getQueryState(["invoices"])?.isInvalidated).toBe(false);
  server.on(GET, () => ({ data: arrived }));

  await waitFor(async () => expect((await bar()).textContent).toMatch(/It is .*24.*2026/), {
    timeout: 4_000,
  });
  expect(server.of(POST)[0]?.body).toEqual({ days: 7 });
  expect(client.getQueryState(["invoices"])?.isInvalidated).toBe(true);
});

it("goes to the morning of a day in the business's zone", async () => {
  server.on(POST, () => ({ status: 202, data: arrived }));
  show();
  const user = userEvent.setup();

  await user.type(await screen.findByLabelText("Day to go to"), "2026-11-24");
  await user.click(screen.getByRole("button", { name: "Go" }));

  await waitFor(() => expect(server.of(POST)[0]?.body).toEqual({ to: "2026-11-24T06:00:00.000Z" }));
});

it("says why the clock did not move", async () => {
  server.on(POST, () => ({
    status: 409,
    error: { code: "CONFLICT", message: "Nothing is planned" },
  }));
  show();
  const user = userEvent.setup();

  await user.click(await screen.findByRole("button", { name: "Next event" }));

  expect((await screen.findByRole("alert")).textContent).toBe("Nothing is planned");
});

it("offers no next event when nothing is planned", async () => {
  server.on(GET, () => ({ data: arrived }));
  show();

  const next = await screen.findByRole<HTMLButtonElement>("button", { name: "Next event" });
  expect(next.disabled).toBe(true);
  expect((await bar()).textContent).toContain("Nothing is planned.");
});

it("tells a role that may not move it only the day", async () => {
  server.on("GET /v1/auth/me", () => ({ data: { ...me, permissions: [] } }));
  show();

  expect((await bar()).textContent).toMatch(/Test business\. It is .*17.*2026/);
  expect(screen.queryByRole("button")).toBeNull();
  expect(server.of(GET)).toHaveLength(0);
});
