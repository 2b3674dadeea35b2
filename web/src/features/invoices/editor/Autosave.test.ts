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
  expect(save).toHaveBeenCalledExactlyOnceWith("i", 1, body("abc"), expect.any(String));
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

  expect(save).toHaveBeenLastCalledWith("i", 5, body("mine"), expect.any(String));
  expect(autosave.snapshot().saved).toEqual(draft(6));
});

it("says that a draft could not be saved when it is asked for", async () => {
  create.mockRejectedValue(await refusal(422, { code: "VALIDATION_ERROR", message: "No." }));
  const autosave = new Autosave(null, () => {});

  autosave.change(body("a"));

  await expect(autosave.flush()).resolves.toBeNull();
  expect(autosave.snapshot().saving.state).toBe("failed");
});

const offline = () => ApiError.unreachable(new TypeError("offline"));

it("repeats the unanswered creation as it was before it writes newer words", async () => {
  create.mockRejectedValueOnce(offline());
  create.mockResolvedValueOnce(draft(1));
  save.mockResolvedValueOnce(draft(2));
  const autosave = new Autosave(null, () => {});

  autosave.change(body("a"));
  await autosave.flush();
  autosave.change(body("ab"));
  await vi.runAllTimersAsync();

  expect(create).toHaveBeenCalledTimes(2);
  expect(create.mock.calls[1]).toEqual(create.mock.calls[0]);
  expect(save).toHaveBeenCalledExactlyOnceWith("i", 1, body("ab"), expect.any(String));
});

it("repeats an unanswered change with its key, and gives the next one its own", async () => {
  save.mockRejectedValueOnce(offline());
  save.mockResolvedValueOnce(draft(2));
  save.mockResolvedValueOnce(draft(3));
  const autosave = new Autosave(draft(1), () => {});

  autosave.change(body("a"));
  await expect(autosave.flush()).resolves.toBeNull();
  autosave.change(body("ab"));
  await vi.runAllTimersAsync();

  const [first, again, newer] = save.mock.calls;
  expect(again).toEqual(first);
  expect(newer?.slice(0, 3)).toEqual(["i", 2, body("ab")]);
  expect(newer?.[3]).not.toBe(first?.[3]);
});

it("stays in conflict while somebody writes on, and keeps the newest words", async () => {
  save.mockRejectedValueOnce(await refusal(409, { code: "CONFLICT", latest: draft(5) }));
  save.mockResolvedValueOnce(draft(6));
  const autosave = new Autosave(draft(1), () => {});
  autosave.change(body("mine"));
  await vi.runAllTimersAsync();

  autosave.change(body("mine, and more"));
  await vi.runAllTimersAsync();

  expect(autosave.snapshot().saving.state).toBe("conflict");
  await expect(autosave.flush()).resolves.toBeNull();
  expect(save).toHaveBeenCalledOnce();
  autosave.settle(draft(5), true);
  await vi.runAllTimersAsync();
  expect(save).toHaveBeenLastCalledWith("i", 5, body("mine, and more"), expect.any(String));
});

it("keeps the words on an error that nobody foresaw", async () => {
  create.mockRejectedValueOnce(new Error("The answer has no data"));
  create.mockResolvedValueOnce(draft(1));
  const autosave = new Autosave(null, () => {});

  autosave.change(body("a"));
  await expect(autosave.flush()).resolves.toBeNull();
  expect(autosave.snapshot().saving.state).toBe("failed");

  await expect(autosave.flush()).resolves.toEqual(draft(1));
  expect(create.mock.calls[1]).toEqual(create.mock.calls[0]);
});

it("tries the newer words when the older ones were refused meanwhile", async () => {
  const refused = await refusal(422, { code: "VALIDATION_ERROR", message: "No." });
  const autosave = new Autosave(draft(1), () => {});
  save.mockImplementationOnce(async () => {
    autosave.change(body("right"));
    throw refused;
  });
  save.mockResolvedValueOnce(draft(2));

  autosave.change(body("wrong"));
  await expect(autosave.flush()).resolves.toEqual(draft(2));
});

it("passes on what was saved, and what was written for it", async () => {
  create.mockResolvedValueOnce(draft(1));
  const onSaved = vi.fn();
  const autosave = new Autosave(null, onSaved);

  autosave.change(body("a"));
  await autosave.flush();

  expect(onSaved).toHaveBeenCalledExactlyOnceWith(draft(1), body("a"));
});

it("keeps the key while the first try is still under way", async () => {
  const details = [{ code: "IDEMPOTENCY_IN_PROGRESS", message: "Wait." }];
  create.mockRejectedValueOnce(await refusal(409, { code: "CONFLICT", details }));
  create.mockResolvedValueOnce(draft(1));
  const autosave = new Autosave(null, () => {});

  autosave.change(body("a"));
  await vi.runAllTimersAsync();

  expect(create.mock.calls[1]).toEqual(create.mock.calls[0]);
  expect(autosave.snapshot().saved).toEqual(draft(1));
});
