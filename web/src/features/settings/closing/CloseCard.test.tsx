import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { standingQuery } from "@/features/tenants/api";
import { renderAt } from "@/test/renderAt";
import { business, me } from "@/test/samples";
import { server } from "@/test/server";
import { SettingsPage } from "../SettingsPage";

const CLOSE = "POST /v1/tenant/close";

const mine = { ...business, allowed_actions: [...business.allowed_actions, "close"] };
const closed = {
  ...business,
  status: "CLOSED",
  closed_at: "2026-11-17T07:00:00Z",
  erase_on: "2027-01-16",
  allowed_actions: ["reopen"],
};

const refused = (status: number, field: string, code: string, message: string) => () => ({
  status,
  error: {
    code: status === 409 ? "CONFLICT" : "VALIDATION_ERROR",
    message,
    details: [{ field, message, code }],
  },
});

const show = () => renderAt("/settings/business", { "/settings/$section": SettingsPage });
const dialog = () => screen.findByRole("dialog", { name: "Close Lantana Row Studio?" });
const field = () => screen.getByLabelText<HTMLInputElement>("Type the name of the business");
const confirm = () => screen.getByRole<HTMLButtonElement>("button", { name: "Close the business" });

async function ask() {
  const shown = show();
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Close the business…" }));
  await dialog();
  return { ...shown, user };
}

async function close() {
  const asked = await ask();
  await asked.user.type(field(), business.name);
  await asked.user.click(confirm());
  return asked;
}

beforeEach(() => {
  server.on("GET /v1/tenant", () => ({ data: mine }));
  server.on("GET /v1/auth/me", () => ({ data: me }));
});

it("is offered at the end to whoever may close the business, with what it means", async () => {
  show();

  expect(await screen.findByRole("heading", { name: "Close this business" })).toBeTruthy();
  expect(screen.getByText(/After sixty days everything in it is erased/)).toBeTruthy();
});

it("is not offered to any other role", async () => {
  server.on("GET /v1/tenant", () => ({ data: business }));
  show();

  expect(await screen.findByLabelText("Business name")).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "Close this business" })).toBeNull();
});

it("says each consequence, and leads to the exports first", async () => {
  const { history, user } = await ask();

  const consequences = within(await dialog())
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);
  expect(consequences).toContain("No reminder is sent any more.");
  expect(consequences).toContain("Payments that still come in are booked.");
  server.on("GET /v1/export", () => ({ data: [] }));
  await user.click(within(await dialog()).getByRole("link", { name: "Data" }));

  expect(await screen.findByText("Nothing was exported yet.")).toBeTruthy();
  expect(history.location.pathname).toBe("/settings/data");
  expect(server.of(CLOSE)).toHaveLength(0);
});

it("waits for the exact name", async () => {
  const { user } = await ask();
  expect(confirm().disabled).toBe(true);

  await user.type(field(), "lantana row studio{Enter}");
  expect(confirm().disabled).toBe(true);
  await user.clear(field());
  await user.type(field(), " Lantana Row Studio ");

  expect(confirm().disabled).toBe(false);
  expect(server.of(CLOSE)).toHaveLength(0);
});

it("closes, with the keyboard alone, and the app is told that it is closed", async () => {
  server.on(CLOSE, () => ({ data: closed }));
  const { client, user } = await ask();

  await user.type(field(), `${business.name}{Enter}`);

  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(server.of(CLOSE)[0]?.body).toEqual({ name: "Lantana Row Studio" });
  expect(client.getQueryData(standingQuery.queryKey)).toBe("CLOSED");
  expect(screen.queryByRole("heading", { name: "Close this business" })).toBeNull();
});

it.each([
  [
    "SCHEDULED_INVOICES",
    "Invoices are scheduled (3) and would be sent; unschedule them or send them first",
  ],
  ["UNDER_WAY", "Something is being sent; try again in a minute"],
])("says in the dialog what stands against it: %s", async (code, message) => {
  server.on(CLOSE, refused(409, "", code, message));
  const { client } = await close();

  const said = await within(await dialog()).findByRole("alert");

  expect(said.textContent).toBe(message);
  expect(field().value).toBe(business.name);
  expect(confirm().disabled).toBe(false);
  expect(client.getQueryData(standingQuery.queryKey)).not.toBe("CLOSED");
});

it("asks for the name that it was given meanwhile", async () => {
  const message = "Type the name of the business as it is: Lantana";
  server.on(CLOSE, () => {
    server.on("GET /v1/tenant", () => ({ data: { ...mine, name: "Lantana", version: 4 } }));
    return refused(422, "name", "NOT_THE_NAME", message)();
  });
  const { user } = await close();

  expect(await screen.findByText(message)).toBeTruthy();
  await waitFor(() => expect(confirm().disabled).toBe(true));
  expect(await screen.findByRole("dialog", { name: "Close Lantana?" })).toBeTruthy();
  await user.clear(field());
  await user.type(field(), "Lantana");
  expect(confirm().disabled).toBe(false);
});

it("is left as it was by whoever thinks again", async () => {
  const { user } = await ask();

  await user.click(screen.getByRole("button", { name: "Cancel" }));

  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(server.of(CLOSE)).toHaveLength(0);
});
