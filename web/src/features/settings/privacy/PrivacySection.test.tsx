import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { renderAt } from "@/test/renderAt";
import { business, me } from "@/test/samples";
import { server } from "@/test/server";
import { SettingsPage } from "../SettingsPage";
import { lookAgain, type PrivacyRequest } from "./api";

const CONTACT = "0190a000-0000-7000-8000-0000000000c1";

const waiting: PrivacyRequest = {
  id: "0190a000-0000-7000-8000-0000000000d1",
  kind: "ERASE",
  subject_type: "CONTACT",
  subject_id: CONTACT,
  subject_name: "Achieng Otieno",
  identity_note: "Wrote from her address",
  status: "WAITING",
  waiting_for: ["BALANCE"],
  due_on: "2026-12-17",
  created_at: "2026-11-17T06:00:00Z",
  created_by_name: "Njeri Mwangi",
  allowed_actions: ["OVERRIDE", "CANCEL"],
  version: 2,
};

const copy: PrivacyRequest = {
  ...waiting,
  id: "0190a000-0000-7000-8000-0000000000d2",
  kind: "EXPORT",
  status: "DONE",
  waiting_for: [],
  finished_at: "2026-11-17T06:00:05Z",
  report: { rows: { invoices: 2 }, invoices_kept: 0, providers: [] },
  file_until: "2026-11-24T06:00:05Z",
  allowed_actions: ["FETCH_FILE"],
};

const erased: PrivacyRequest = {
  ...copy,
  id: "0190a000-0000-7000-8000-0000000000d3",
  kind: "ERASE",
  subject_name: "Erased CUST-0007",
  report: {
    rows: { deliveries: 4 },
    pseudonym: "Erased CUST-0007",
    invoices_kept: 2,
    hold_until: "2033-11-17",
    providers: ["postmark", "stripe"],
  },
  file_until: null,
  allowed_actions: [],
};

const show = (search = "") =>
  renderAt(`/settings/privacy${search}`, { "/settings/$section": SettingsPage });

beforeEach(() => {
  server.on("GET /v1/tenant", () => ({ data: business }));
  server.on("GET /v1/auth/me", () => ({ data: me }));
  server.on("GET /v1/privacy-requests", () => ({ data: [erased, copy, waiting] }));
  server.on("GET /v1/contacts", () => ({
    data: [{ id: CONTACT, display_name: "Achieng Otieno", email: "achieng@mail.example" }],
  }));
  server.on(`GET /v1/contacts/${CONTACT}`, () => ({
    data: { id: CONTACT, display_name: "Achieng Otieno", email: "achieng@mail.example" },
  }));
});

const rowOf = async (title: string) =>
  (await screen.findByText(title)).closest("li") as HTMLElement;

describe("the list", () => {
  it("says what a request waits for, and until when it has to be answered", async () => {
    show();

    const row = await rowOf("Erase Achieng Otieno");

    expect(row.textContent).toContain("Waits");
    expect(row.textContent).toContain("Invoices are open.");
    expect(row.textContent).toContain("Asked 17 Nov 2026, noted by Njeri Mwangi");
    expect(row.textContent).toContain("to be answered by 17 Dec 2026");
  });

  it("says what an erasure kept and who may keep copies", async () => {
    show();

    const row = await rowOf("Erase Erased CUST-0007");

    expect(row.textContent).toContain("Invoices kept, without the person: 2");
    expect(row.textContent).toContain("17 Nov 2033");
    expect(row.textContent).toContain("postmark, stripe");
    expect(within(row).queryByRole("button")).toBeNull();
  });

  it("offers a copy while it is there", async () => {
    show();

    const row = await rowOf("Copy for Achieng Otieno");

    expect(row.textContent).toContain("until 24 Nov 2026");
    expect(within(row).getByRole("button", { name: "Fetch the copy" })).toBeTruthy();
  });

  it("says that there are none", async () => {
    server.on("GET /v1/privacy-requests", () => ({ data: [] }));
    show();

    expect(await screen.findByText(/Nobody has asked yet/)).toBeTruthy();
  });

  it("says what goes on when it does not load", async () => {
    server.on("GET /v1/privacy-requests", () => ({
      status: 422,
      error: { code: "VALIDATION_ERROR", message: "No", details: [] },
    }));
    show();

    expect(await screen.findByText(/The requests did not load/)).toBeTruthy();
  });

  it("is closed to whoever may not change the business, and asks nothing", async () => {
    server.on("GET /v1/tenant", () => ({ data: { ...business, allowed_actions: [] } }));
    show();

    expect(await screen.findByText(/Your role does not open this page/)).toBeTruthy();
    expect(server.of("GET /v1/privacy-requests")).toHaveLength(0);
  });
});

describe("a new request", () => {
  it("is about the contact whose page led here", async () => {
    server.on("POST /v1/privacy-requests", () => ({ status: 201, data: waiting }));
    show(`?subject=${CONTACT}`);
    const user = userEvent.setup();

    await user.selectOptions(await screen.findByLabelText("They ask for"), "That you forget them");
    expect(screen.getByText(/go for good/)).toBeTruthy();
    await user.type(screen.getByLabelText("How you know that it is them"), "She came by");
    await user.click(screen.getByRole("button", { name: "Erase the person" }));

    await waitFor(() =>
      expect(server.of("POST /v1/privacy-requests")[0]?.body).toEqual({
        kind: "ERASE",
        subject_type: "CONTACT",
        subject_id: CONTACT,
        identity_note: "She came by",
      }),
    );
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("needs a person and how one knows them", async () => {
    show();
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "New request" }));
    await user.click(screen.getByRole("button", { name: "Make the copy" }));

    expect(await screen.findByText("Choose whose data it is about.")).toBeTruthy();
    expect(screen.getByText("Write how you know that it is them.")).toBeTruthy();
    expect(server.of("POST /v1/privacy-requests")).toHaveLength(0);
  });

  it("says that it is asked already, and keeps what was written", async () => {
    const message = "The same is asked already and not at its end; look at that request";
    server.on("POST /v1/privacy-requests", () => ({
      status: 409,
      error: {
        code: "CONFLICT",
        message,
        details: [{ field: "", message, code: "ALREADY_ASKED" }],
      },
    }));
    show(`?subject=${CONTACT}`);
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText("How you know that it is them"), "By voice");
    await user.click(screen.getByRole("button", { name: "Make the copy" }));

    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("How you know that it is them").value).toBe(
      "By voice",
    );
  });
});

it("goes on although money is open, with a reason", async () => {
  server.on(`POST /v1/privacy-requests/${waiting.id}/override`, () => ({
    data: { ...waiting, override_reason: "A court says so", allowed_actions: ["CANCEL"] },
  }));
  show();
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Erase anyway…" }));
  await user.click(screen.getByRole("button", { name: "Erase anyway" }));
  expect(await screen.findByText("Write why it cannot wait.")).toBeTruthy();

  await user.type(screen.getByLabelText("Why"), "A court says so");
  await user.click(screen.getByRole("button", { name: "Erase anyway" }));

  await waitFor(() =>
    expect(server.of(`POST /v1/privacy-requests/${waiting.id}/override`)[0]?.body).toEqual({
      reason: "A court says so",
    }),
  );
});

it("takes a request back", async () => {
  server.on(`POST /v1/privacy-requests/${waiting.id}/cancel`, () => ({
    data: { ...waiting, status: "CANCELED", waiting_for: [], allowed_actions: [] },
  }));
  show();
  const user = userEvent.setup();

  await user.click(await screen.findByRole("button", { name: "Take back: Erase Achieng Otieno" }));

  await waitFor(() =>
    expect(server.of(`POST /v1/privacy-requests/${waiting.id}/cancel`)).toHaveLength(1),
  );
});

it("looks again soon at what runs, later at what waits, never at what is done", () => {
  expect(lookAgain([{ ...waiting, status: "OPEN" }, waiting])).toBe(2_000);
  expect(lookAgain([waiting, erased])).toBe(15_000);
  expect(lookAgain([erased, copy])).toBe(false);
});
