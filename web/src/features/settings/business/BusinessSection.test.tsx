import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { renderAt } from "@/test/renderAt";
import { business } from "@/test/samples";
import { server } from "@/test/server";
import { BusinessSection } from "./BusinessSection";

const PATCH = "PATCH /v1/tenant";

const name = () => screen.findByLabelText<HTMLInputElement>("Business name");
const save = () => screen.getByRole<HTMLButtonElement>("button", { name: "Save" });

async function rename(to: string) {
  renderAt("/settings", { "/settings": BusinessSection });
  const user = userEvent.setup();
  await user.clear(await name());
  await user.type(await name(), to);
  await user.click(save());
  return user;
}

/** Refuses every version but the newest, as the API does. */
function changedMeanwhile(newer: typeof business) {
  server.on(PATCH, ({ headers, body }) =>
    headers.get("If-Match") === `"${newer.version}"`
      ? { data: { ...newer, ...(body as object), version: newer.version + 1 } }
      : {
          status: 409,
          error: { code: "CONFLICT", message: "It was changed meanwhile", latest: newer },
        },
  );
}

beforeEach(() => {
  server.on("GET /v1/tenant", () => ({ data: business }));
});

it("sends only what was changed, from the version that was shown", async () => {
  server.on(PATCH, () => ({ data: { ...business, name: "Lantana", version: 4 } }));

  await rename("Lantana");

  expect(await screen.findByText("Everything is saved.")).toBeTruthy();
  const [asked] = server.of(PATCH);
  expect(asked?.body).toEqual({ name: "Lantana" });
  expect(asked?.headers.get("If-Match")).toBe('"3"');
});

it("shows both versions of what somebody else changed, and puts mine on top", async () => {
  changedMeanwhile({ ...business, name: "Lantana Row Ltd", version: 4 });

  const user = await rename("Lantana");

  const conflict = await screen.findByRole("alert", { name: "Changed meanwhile" });
  const cells = within(conflict).getAllByRole("cell");
  expect(cells.map((cell) => cell.textContent)).toEqual(["Lantana", "Lantana Row Ltd"]);
  expect((await name()).value).toBe("Lantana");
  await user.click(within(conflict).getByRole("button", { name: "Put mine on top" }));
  expect(await screen.findByText("Everything is saved.")).toBeTruthy();
  expect(server.of(PATCH).at(-1)?.headers.get("If-Match")).toBe('"4"');
  expect(server.of(PATCH).at(-1)?.body).toEqual({ name: "Lantana" });
});

it("gives up mine for the newer", async () => {
  changedMeanwhile({ ...business, name: "Lantana Row Ltd", version: 4 });

  const user = await rename("Lantana");
  await user.click(await screen.findByRole("button", { name: "Keep the newer" }));

  await waitFor(async () => expect((await name()).value).toBe("Lantana Row Ltd"));
  expect(server.of(PATCH)).toHaveLength(1);
});

it("saves at once when somebody else changed another part of the business", async () => {
  changedMeanwhile({
    ...business,
    settings: { ...business.settings, payments: { mpesa_paybill: "400200" } },
    version: 4,
  });

  await rename("Lantana");

  expect(await screen.findByText("Everything is saved.")).toBeTruthy();
  expect(server.of(PATCH).map(({ headers }) => headers.get("If-Match"))).toEqual(['"3"', '"4"']);
});

it("takes a change that was done although its answer was lost", async () => {
  changedMeanwhile({ ...business, name: "Lantana", version: 4 });

  await rename("Lantana");

  expect(await screen.findByText("Everything is saved.")).toBeTruthy();
  expect(server.of(PATCH)).toHaveLength(1);
});

it("says a refusal at its field and keeps what was typed", async () => {
  server.on(PATCH, () => ({
    status: 422,
    error: {
      code: "VALIDATION_ERROR",
      message: "Please correct the marked settings",
      details: [{ field: "name", message: "This name is taken", code: "TAKEN" }],
    },
  }));

  await rename("Lantana");

  expect(await screen.findByText("This name is taken")).toBeTruthy();
  expect((await name()).value).toBe("Lantana");
  expect(save().disabled).toBe(false);
});

it("can only be read by a role that may not change it", async () => {
  server.on("GET /v1/tenant", () => ({ data: { ...business, allowed_actions: [] } }));

  renderAt("/settings", { "/settings": BusinessSection });

  expect((await name()).matches(":disabled")).toBe(true);
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
});
