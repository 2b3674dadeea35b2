import createClient, { type Middleware } from "openapi-fetch";
import { uuid } from "../secure";
import { ApiError } from "./problem";
import type { components, paths } from "./schema";
import { session } from "./session";

export type Schemas = components["schemas"];

/** A new key for one intent; sent again with the same key, it is done once. */
export const intent = uuid;

const writes = new Set(["POST", "PUT", "PATCH", "DELETE"]);

const signed: Middleware = {
  async onRequest({ request, schemaPath }) {
    if (!schemaPath.startsWith("/v1/auth/") || schemaPath.startsWith("/v1/auth/me")) {
      const token = await session.token();
      if (token) request.headers.set("Authorization", `Bearer ${token}`);
    }
    if (writes.has(request.method) && !request.headers.has("Idempotency-Key")) {
      request.headers.set("Idempotency-Key", intent());
    }
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await ApiError.from(response);
    return response;
  },
  onError({ error }) {
    return error instanceof ApiError ? error : ApiError.unreachable(error);
  },
};

/** Sends; a token that was refused is renewed, and the same request, of the same intent, repeated. */
async function send(request: Request): Promise<Response> {
  const token = request.headers.get("Authorization")?.replace("Bearer ", "");
  if (!token) return fetch(request);
  const again = request.clone(); // a body is read once
  const response = await fetch(request);
  if (response.status !== 401) return response;
  const other = await session.another(token);
  if (!other) return response;
  again.headers.set("Authorization", `Bearer ${other}`);
  return fetch(again);
}

/** The API, typed by its OpenAPI file. Every failure is an {@link ApiError}. */
export const api = createClient<paths>({ baseUrl: "/", fetch: send });
api.use(signed);

/** The `data` of an answer. */
export function data<T>(answer: { data?: { data?: T } }): T {
  const found = answer.data?.data;
  if (found === undefined) throw new Error("The answer has no data");
  return found;
}

/** A page of a list: its rows, where the next begins, how many there are when that was asked. */
export type Page<T> = { rows: T[]; next: string | null; total: number | null };

export function page<T>(answer: {
  data?: { data?: T[]; meta?: { cursor?: string | null; total?: number | null } };
}): Page<T> {
  return {
    rows: data(answer),
    next: answer.data?.meta?.cursor ?? null,
    total: answer.data?.meta?.total ?? null,
  };
}
