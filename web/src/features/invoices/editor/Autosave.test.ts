import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/api/problem";
import * as api from "../api";
import { Autosave } from "./Autosave";

vi.mock("../api", () => ({ createDraft: vi.fn(), saveDraft: vi.fn() }));

const create = vi.mocked(api.createDraft);
const save = vi.mocked(api.saveDraft);

const draft = (version: number) => ({ id: "i", version }) as api.Invoice;
const body = (notes: string) => ({ contact_id: "c", line_items: [], notes });

const refusal = (status: number, error: object) =>
  ApiError.from(new Response(JSON.stringify({ error, meta: {} }), { status }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

it("creates once, then changes the version it knows", async () => {
  create.mockResolvedValue(draft(1));
  save.mockResolvedValue(draft(2));
  const autosave = new Autosave(null, () => {});

  autosave.change(body("a"));
  autosave.change(body("ab"));
  await vi.runAllTimersAsync();
  autosave.change(body("abc"));
  await vi.runAllTimersAsync();

  expect(create).toHaveBeenCalledOnce();
  expect(create.mock.calls[0]?.[0]).toEqual(body("ab"));
  expect(save).toHaveBeenCalledExactlyOnceWith("i", 1, body("abc"));
  expect(autosave.snapshot()).toEqual({ saved: draft(2), saving: { state: "saved" } });
});

it("asks again with the same key when nobody answered", async () => {
  create.mockRejectedValueOnce(ApiError.unreachable(new TypeError("offline")));
  create.mockResolvedValueOnce(draft(1));
  const autosave = new Autosave(null, () => {});

  autosave.change(body("a"));
  await vi.runAllTimersAsync();

  expect(create).toHaveBeenCalledTimes(2);
  expect(create.mock.calls[1]).toEqual(create.mock.calls[0]);
  expect(autosave.snapshot().saving.state).toBe("saved");
});

it("never writes over somebody else's change unasked", async () => {
  save.mockRejectedValueOnce(await refusal(409, { code: "CONFLICT", latest: draft(5) }));
  save.mockResolvedValueOnce(draft(6));
  const autosave = new Autosave(draft(1), () => {});

  autosave.change(body("mine"));
  await vi.runAllTimersAsync();
  expect(autosave.snapshot().saving).toEqual({ state: "conflict", latest: draft(5) });
  expect(save).toHaveBeenCalledOnce();

  autosave.settle(draft(5), true);
  await vi.runAllTimersAsync();

  expect(save).toHaveBeenLastCalledWith("i", 5, body("mine"));
  expect(autosave.snapshot().saved).toEqual(draft(6));
});

it("says that a draft could not be saved when it is asked for", async () => {
  create.mockRejectedValue(await refusal(422, { code: "VALIDATION_ERROR", message: "No." }));
  const autosave = new Autosave(null, () => {});

  autosave.change(body("a"));

  await expect(autosave.flush()).resolves.toBeNull();
  expect(autosave.snapshot().saving.state).toBe("failed");
});
