import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { Toasts } from "@/components/ui/Toasts";
import { renderAt } from "@/test/renderAt";
import { business, me } from "@/test/samples";
import { server } from "@/test/server";
import type { Member } from "../api";
import { TeamSection } from "./TeamSection";

const id = (n: number) => `0190a000-0000-7000-8000-00000000010${n}`;
const DAY_MILLIS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MILLIS).toISOString();

const njeri: Member = {
  id: id(0),
  user_id: me.id,
  display_name: me.display_name,
  email: me.email,
  role: "OWNER",
  status: "ACTIVE",
  can_send: true,
  you: true,
  last_seen_at: "2026-11-17T06:00:00Z",
  invited_at: null,
  invitation_ends_at: null,
  version: 1,
  allowed_actions: [],
};
const wanjiru: Member = {
  ...njeri,
  id: id(1),
  display_name: "Wanjiru",
  email: "wanjiru@lantana.example",
  role: "STAFF",
  you: false,
  version: 4,
  allowed_actions: ["set_role", "remove", "disable"],
};
const otieno: Member = {
  ...wanjiru,
  id: id(2),
  display_name: "Otieno",
  email: "otieno@lantana.example",
  role: "AGENT",
  can_send: false,
  allowed_actions: ["set_role", "remove", "disable", "set_can_send"],
};
const invited: Member = {
  ...wanjiru,
  id: id(3),
  user_id: null,
  display_name: null,
  email: "asha@lantana.example",
  status: "INVITED",
  last_seen_at: null,
  invited_at: inDays(-1),
  invitation_ends_at: inDays(6),
  allowed_actions: ["set_role", "remove", "resend_invite"],
};

const manager = { ...me, permissions: [...me.permissions, "MANAGE_TEAM" as const] };

function show(members: Member[], person: object = manager) {
  server.on("GET /v1/members", () => ({ data: members }));
  server.on("GET /v1/auth/me", () => ({ data: person }));
  renderAt("/", {
    "/": () => (
      <>
        <TeamSection />
        <Toasts />
      </>
    ),
  });
  return userEvent.setup();
}
const row = async (name: string) => (await screen.findByText(name)).closest("li") as HTMLLIElement;
const menuOf = (name: string) => screen.findByRole("button", { name: `What to do with ${name}` });

beforeEach(() => {
  server.on("GET /v1/tenant", () => ({ data: business }));
});

it("shows who works here as what, and what each role may do", async () => {
  show([
    njeri,
    wanjiru,
    invited,
    { ...invited, id: id(4), email: "old@b.example", invitation_ends_at: inDays(-1) },
  ]);

  expect((await row("Njeri Mwangi")).textContent).toContain("Owner");
  expect((await row("Wanjiru")).textContent).toContain("wanjiru@lantana.example");
  expect((await row("asha@lantana.example")).textContent).toContain("Invited");
  expect((await row("old@b.example")).textContent).toContain("Invitation expired");
  expect(screen.getByText("Reads everything and changes nothing.")).toBeTruthy();
});

it("invites an address as what it should be", async () => {
  server.on("POST /v1/members", () => ({ status: 201, data: invited }));
  const user = show([njeri]);
  expect(await screen.findByText(/You work alone so far/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Invite" }));

  await user.type(screen.getByLabelText("E-mail"), "asha@lantana.example");
  await user.click(screen.getByRole("radio", { name: "Agent" }));
  await user.click(screen.getByLabelText("May send their invoices to customers"));
  await user.click(screen.getByRole("button", { name: "Send the invitation" }));

  expect(
    await screen.findByText("The invitation to asha@lantana.example is on its way."),
  ).toBeTruthy();
  expect(server.of("POST /v1/members")[0]?.body).toEqual({
    email: "asha@lantana.example",
    role: "AGENT",
    can_send: true,
  });
});

it("keeps an invitation that was refused, and says why", async () => {
  server.on("POST /v1/members", () => ({
    status: 409,
    error: { code: "CONFLICT", message: "They are a member already" },
  }));
  const user = show([njeri]);
  await user.click(await screen.findByRole("button", { name: "Invite" }));
  await user.type(screen.getByLabelText("E-mail"), "wanjiru@lantana.example");
  await user.click(screen.getByRole("button", { name: "Send the invitation" }));

  expect((await screen.findByRole("alert")).textContent).toBe("They are a member already");
  expect(screen.getByLabelText<HTMLInputElement>("E-mail").value).toBe("wanjiru@lantana.example");
});

it("offers an administrator no owner's role", async () => {
  const user = show([njeri, wanjiru], { ...manager, active: { ...me.active, role: "ADMIN" } });
  await user.click(await menuOf("Wanjiru"));
  await user.click(screen.getByRole("menuitem", { name: "Change the role" }));

  expect(screen.getAllByRole("radio").map((radio) => radio.getAttribute("value"))).toEqual([
    "ADMIN",
    "STAFF",
    "AGENT",
    "VIEWER",
  ]);
});

it("changes a role from the version that was shown", async () => {
  const path = `PATCH /v1/members/${wanjiru.id}`;
  server.on(path, () => ({ data: { ...wanjiru, role: "VIEWER" } }));
  const user = show([njeri, wanjiru]);
  await user.click(await menuOf("Wanjiru"));
  await user.click(screen.getByRole("menuitem", { name: "Change the role" }));
  await user.click(screen.getByRole("radio", { name: "Viewer" }));
  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText("Wanjiru has the role Viewer now.")).toBeTruthy();
  expect(server.of(path)[0]?.body).toEqual({ role: "VIEWER" });
  expect(server.of(path)[0]?.headers.get("If-Match")).toBe('"4"');
});

it("gives an agent leave to send", async () => {
  const path = `PATCH /v1/members/${otieno.id}`;
  server.on(path, () => ({ data: { ...otieno, can_send: true } }));
  const user = show([njeri, otieno]);

  await user.click(await screen.findByRole("checkbox", { name: "Otieno may send" }));

  await waitFor(() => expect(server.of(path)[0]?.body).toEqual({ can_send: true }));
});

it("locks somebody out, and takes it back", async () => {
  const path = `PATCH /v1/members/${wanjiru.id}`;
  server.on(path, ({ body }) => ({ data: { ...wanjiru, version: 5, ...(body as object) } }));
  const user = show([njeri, wanjiru]);
  await user.click(await menuOf("Wanjiru"));
  await user.click(screen.getByRole("menuitem", { name: "Disable" }));
  expect(await screen.findByText("Wanjiru is locked out.")).toBeTruthy();

  await user.click(screen.getByRole("button", { name: "Undo" }));

  expect(await screen.findByText("Wanjiru may come in again.")).toBeTruthy();
  expect(server.of(path).map(({ body }) => body)).toEqual([
    { status: "DISABLED" },
    { status: "ACTIVE" },
  ]);
  expect(server.of(path)[1]?.headers.get("If-Match")).toBe('"5"');
});

it("asks before it removes somebody, and says what was refused", async () => {
  const path = `DELETE /v1/members/${wanjiru.id}`;
  server.on(path, () => ({
    status: 409,
    error: { code: "CONFLICT", message: "A business keeps an active owner" },
  }));
  const user = show([njeri, wanjiru]);
  await user.click(await menuOf("Wanjiru"));
  await user.click(screen.getByRole("menuitem", { name: "Remove" }));
  const dialog = screen.getByRole("dialog", { name: "Remove Wanjiru?" });
  expect(server.of(path)).toHaveLength(0);

  await user.click(within(dialog).getByRole("button", { name: "Remove" }));

  expect((await within(dialog).findByRole("alert")).textContent).toContain("active owner");
  server.on(path, () => ({ data: { id: wanjiru.id } }));
  await user.click(within(dialog).getByRole("button", { name: "Remove" }));
  expect(await screen.findByText("Wanjiru is removed.")).toBeTruthy();
});

it("sends an invitation again, and takes it back", async () => {
  server.on(`POST /v1/members/${invited.id}/resend-invite`, () => ({ data: invited }));
  server.on(`DELETE /v1/members/${invited.id}`, () => ({ data: { id: invited.id } }));
  const user = show([njeri, invited]);
  await user.click(await menuOf("asha@lantana.example"));
  await user.click(screen.getByRole("menuitem", { name: "Send the invitation again" }));
  expect(await screen.findByText("A new link is on its way to asha@lantana.example.")).toBeTruthy();

  await user.click(await menuOf("asha@lantana.example"));
  await user.click(screen.getByRole("menuitem", { name: "Take back the invitation" }));
  await user.click(screen.getByRole("button", { name: "Take it back" }));

  expect(
    await screen.findByText("The invitation of asha@lantana.example is taken back."),
  ).toBeTruthy();
});

it("offers nothing to whoever only reads, and nothing about the last owner", async () => {
  show([njeri, { ...wanjiru, allowed_actions: [] }], me);

  expect(await screen.findByText(/Your role reads this/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it("asks to confirm the e-mail before anybody is invited", async () => {
  show([njeri], { ...manager, email_verified: false });

  expect(await screen.findByText("Confirm your e-mail before you invite somebody")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Invite" })).toBeNull();
});

it("says when the team did not load, and lets try again", async () => {
  server.on("GET /v1/members", () => ({
    status: 500,
    error: { code: "INTERNAL_ERROR", message: "Broken" },
  }));
  server.on("GET /v1/auth/me", () => ({ data: manager }));
  renderAt("/", { "/": TeamSection });

  expect(
    await screen.findByText("The team did not load. Everybody keeps their role."),
  ).toBeTruthy();
  server.on("GET /v1/members", () => ({ data: [njeri] }));
  await userEvent.setup().click(screen.getByRole("button", { name: "Try again" }));

  expect(await row("Njeri Mwangi")).toBeTruthy();
});

it("asks for the copy or the erasure of a member's data", async () => {
  server.on("POST /v1/privacy-requests", () => ({ status: 201, data: { id: id(9) } }));
  const user = show([njeri, { ...wanjiru, user_id: id(7) }, invited]);

  await user.click(await menuOf("Wanjiru"));
  await user.click(await screen.findByText("Copy or erase their data"));
  await user.selectOptions(await screen.findByLabelText("They ask for"), "That you forget them");
  expect(screen.getByText(/once they are removed from the team/)).toBeTruthy();
  await user.type(screen.getByLabelText("How you know that it is them"), "She came by");
  await user.click(screen.getByRole("button", { name: "Erase the person" }));

  await waitFor(() =>
    expect(server.of("POST /v1/privacy-requests")[0]?.body).toEqual({
      kind: "ERASE",
      subject_type: "USER",
      subject_id: id(7),
      identity_note: "She came by",
    }),
  );
});

it("offers no privacy request of whoever is only invited", async () => {
  const user = show([njeri, invited]);
  await user.click(await menuOf("asha@lantana.example"));
  await screen.findByText("Take back the invitation");
  expect(screen.queryByText("Copy or erase their data")).toBeNull();
});

it("shows a member without rights no menu", async () => {
  server.on("GET /v1/tenant", () => ({ data: { ...business, allowed_actions: [] } }));
  show([njeri, { ...wanjiru, allowed_actions: [] }], me);
  await row("Wanjiru");
  expect(screen.queryByRole("button", { name: /What to do with/ })).toBeNull();
});
