import { beforeEach, expect, test, vi } from "vitest";
import { server } from "@/test/server";
import { recent, remember } from "../recent";

const REFRESH = "POST /v1/auth/refresh";
const opened = vi.fn();

/** A token as the API makes it, told apart by its number. */
function tokens(number: number, { person = "njeri", tenant = "lantana", seconds = 900 } = {}) {
  const claims = btoa(JSON.stringify({ sub: person, n: number })).replaceAll("=", "");
  return { access_token: `h.${claims}.s`, expires_in: seconds, tenant_id: tenant };
}
const bearer = (number: number) => `Bearer ${tokens(number).access_token}`;
const refused = { status: 401, error: { code: "UNAUTHORIZED", message: "Sign in again" } };

/** Every page has its own session. */
async function load() {
  vi.resetModules();
  const { page } = await import("../page");
  vi.spyOn(page, "open").mockImplementation(opened);
  const { session } = await import("./session");
  const { api } = await import("./client");
  return { session, api };
}
const body = { display_name: "Savanna" } as never;

beforeEach(() => {
  localStorage.clear();
  opened.mockClear();
});

test("a refused token is renewed and the same intent repeated", async () => {
  const { session, api } = await load();
  server.on(REFRESH, () => ({ data: tokens(1) }));
  await session.begin();
  server.on(REFRESH, () => ({ data: tokens(2) }));
  server.on("POST /v1/contacts", ({ headers }) =>
    headers.get("Authorization") === bearer(2) ? { data: { id: "c" } } : refused,
  );

  await api.POST("/v1/contacts", { body });

  const [first, again] = server.of("POST /v1/contacts");
  expect(first?.headers.get("Authorization")).toBe(bearer(1));
  expect(again?.headers.get("Idempotency-Key")).toBe(first?.headers.get("Idempotency-Key"));
  expect(again?.headers.get("Idempotency-Key")).toBeTruthy();
  expect(again?.body).toEqual(body);
});

test("several refused requests renew once", async () => {
  const { session, api } = await load();
  server.on(REFRESH, () => ({ data: tokens(1) }));
  await session.begin();
  server.on(REFRESH, () => ({ data: tokens(2) }));
  server.on("GET /v1/auth/me", ({ headers }) =>
    headers.get("Authorization") === bearer(2) ? { data: {} } : refused,
  );

  await Promise.all([api.GET("/v1/auth/me"), api.GET("/v1/auth/me"), api.GET("/v1/auth/me")]);

  expect(server.of(REFRESH)).toHaveLength(2);
});

test("a request that stays refused is repeated once and leaves the session", async () => {
  const { session, api } = await load();
  server.on(REFRESH, () => ({ data: tokens(1) }));
  await session.begin();
  server.on(REFRESH, () => ({ data: tokens(2) }));
  server.on("GET /v1/auth/me", () => refused);

  await expect(api.GET("/v1/auth/me")).rejects.toMatchObject({ status: 401 });

  expect(server.of("GET /v1/auth/me")).toHaveLength(2);
  expect(await session.token()).toBe(tokens(2).access_token);
});

test("a refused renewal ends the session, and forgets what was opened", async () => {
  const { session, api } = await load();
  server.on(REFRESH, () => ({ data: tokens(1) }));
  await session.begin();
  remember("lantana", { kind: "contact", id: "c", label: "Savanna" });
  const heard = vi.fn();
  session.onChange(heard);
  server.on(REFRESH, () => refused);
  server.on("GET /v1/auth/me", () => refused);

  await expect(api.GET("/v1/auth/me")).rejects.toMatchObject({ status: 401 });

  expect(heard).toHaveBeenCalledExactlyOnceWith(false);
  expect(await session.token()).toBeNull();
  expect(recent("lantana")).toEqual([]);
});

test("a renewal without an answer leaves the session", async () => {
  const { session, api } = await load();
  server.on(REFRESH, () => ({ data: tokens(1) }));
  await session.begin();
  server.on(REFRESH, () => ({ status: 503, error: { code: "INTERNAL_ERROR", message: "Later" } }));
  server.on("GET /v1/auth/me", () => refused);

  await expect(api.GET("/v1/auth/me")).rejects.toMatchObject({ status: 503 });

  expect(await session.token()).toBe(tokens(1).access_token);
});

test("a page that nobody is signed in on forgets what was opened before", async () => {
  const { session } = await load();
  remember("lantana", { kind: "contact", id: "c", label: "Savanna" });
  server.on(REFRESH, () => refused);

  expect(await session.begin()).toBe(false);

  expect(recent("lantana")).toEqual([]);
});

test.each([
  ["business", { tenant: "other" }],
  ["person", { person: "asha" }],
])("another %s means a fresh page, and no request of this one", async (_what, change) => {
  const { session, api } = await load();
  server.on(REFRESH, () => ({ data: tokens(1, { seconds: 30 }) }));
  await session.begin();
  server.on(REFRESH, () => ({ data: tokens(2, change) }));
  server.on("POST /v1/contacts", () => ({ data: {} }));
  const answered = vi.fn();

  void api.POST("/v1/contacts", { body }).then(answered, answered);
  await vi.waitFor(() => expect(opened).toHaveBeenCalledExactlyOnceWith("/home"));

  expect(server.of("POST /v1/contacts")).toHaveLength(0);
  expect(answered).not.toHaveBeenCalled();
});

test("switching opens a fresh page and leaves this one in its business", async () => {
  const { session } = await load();
  server.on(REFRESH, () => ({ data: tokens(1) }));
  await session.begin();
  server.on("POST /v1/auth/switch-tenant", () => ({ data: tokens(2, { tenant: "other" }) }));

  await session.switchTo("other");

  expect(opened).toHaveBeenCalledExactlyOnceWith("/home");
  expect(await session.token()).toBe(tokens(1).access_token);
});

test("a switch that fails opens nothing", async () => {
  const { session } = await load();
  server.on(REFRESH, () => ({ data: tokens(1) }));
  await session.begin();
  server.on("POST /v1/auth/switch-tenant", () => ({ status: 404, error: { message: "No" } }));

  await expect(session.switchTo("other")).rejects.toMatchObject({ status: 404 });

  expect(opened).not.toHaveBeenCalled();
});

test("nobody is signed in where there is no such login", async () => {
  const { session } = await load();
  server.on(REFRESH, () => ({
    status: 403,
    error: { code: "CAPABILITY_DISABLED", message: "Through Clerk" },
  }));

  expect(await session.begin()).toBe(false);
});
