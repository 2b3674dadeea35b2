import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "@/components/ui/Toasts";
import type { Reminder, Tone, Warning } from "@/features/reminders/api";
import { api, data, intent, type Schemas } from "@/lib/api/client";
import { isApiError } from "@/lib/api/problem";

const ASK_AGAIN_MILLIS = 1_000;

/** What is said about one reminder or invoice changes what is planned for others of the customer. */
export function useRefresh() {
  const queries = useQueryClient();
  return () => {
    for (const key of ["reminders", "invoices", "contacts", "home"]) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}

/** A refusal of an act that has no place of its own for words. */
const say = (error: Error) => toast(error.message);

const versioned = ({ id, version }: Reminder) => ({
  params: { path: { id }, header: { "If-Match": `"${version}"` } },
});

/** Another day, or its own again with null; another tone. What is not named stays. */
export type Change = { day?: string | null; tone?: Tone | null };

export function useChange(reminder: Reminder) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (body: Change) =>
      data(await api.PATCH("/v1/reminders/{id}", { ...versioned(reminder), body })),
    onSettled: refresh,
  });
}

/** Leaves a planned reminder out; the answer is what may be taken back. */
export function useSkip() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (reminder: Reminder) =>
      data(await api.DELETE("/v1/reminders/{id}", versioned(reminder))),
    onError: say,
    onSettled: refresh,
  });
}

export function useRestore() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (reminder: Reminder) =>
      data(await api.POST("/v1/reminders/{id}/restore", versioned(reminder))),
    onError: say,
    onSettled: refresh,
  });
}

/** Answers the question of a policy that asks about what was missed. */
export function useDecide() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, answer }: { id: string; answer: "SEND" | "SKIP" }) =>
      data(
        await api.POST("/v1/reminders/{id}/decide", { params: { path: { id } }, body: { answer } }),
      ),
    onError: say,
    onSettled: refresh,
  });
}

/** Says what became of a message that nobody could find out about. */
export function useResolve() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, outcome }: { id: string; outcome: "SENT" | "RESEND" }) =>
      data(
        await api.POST("/v1/deliveries/{id}/resolve", {
          params: { path: { id }, header: { "Idempotency-Key": intent() } },
          body: { outcome },
        }),
      ),
    onSettled: refresh,
  });
}

/** A reminder by hand about an invoice, or a planned one before its time. */
export type Wish =
  | { invoice: string; tone: Tone; message: string; advance: boolean }
  | { reminder: string };

export type Asked = { wish: Wish; acknowledge: Warning[]; key: string };

const headed = (key: string) => ({ header: { "Idempotency-Key": key } });

/**
 * Sends it at once. When nobody answers, the same intent is asked again until somebody does: the
 * server does it once.
 */
export function useRemind() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ wish, acknowledge, key }: Asked): Promise<Schemas["RemindAnswer"]> =>
      "reminder" in wish
        ? data(
            await api.POST("/v1/reminders/send-now", {
              params: headed(key),
              body: { reminder_id: wish.reminder, acknowledge },
            }),
          )
        : data(
            await api.POST("/v1/invoices/{id}/remind", {
              params: { path: { id: wish.invoice }, ...headed(key) },
              body: {
                tone: wish.tone,
                message: wish.message || null,
                advance_stage: wish.advance,
                acknowledge,
              },
            }),
          ),
    retry: (_, error) => isApiError(error) && error.isUnknown,
    retryDelay: ASK_AGAIN_MILLIS,
    networkMode: "always",
    onSettled: refresh,
  });
}

// ------------------------------------------------------------------ the customer's word

/** Until when the customer says they pay; null takes that back. */
export function usePromise(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (body: Schemas["PromiseToPay"]) =>
      data(await api.POST("/v1/invoices/{id}/promise", { params: { path: { id } }, body })),
    onSettled: refresh,
  });
}

export function useDispute(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (body: Schemas["DisputeInvoice"]) =>
      data(await api.POST("/v1/invoices/{id}/dispute", { params: { path: { id } }, body })),
    onSettled: refresh,
  });
}

export function useSettle(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async () =>
      data(await api.POST("/v1/invoices/{id}/resolve-dispute", { params: { path: { id } } })),
    onError: say,
    onSettled: refresh,
  });
}

/** A policy of its own, or none; its reminders on or off. */
export function useInvoicePolicy(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (body: Schemas["InvoiceReminderPolicy"]) =>
      data(await api.PUT("/v1/invoices/{id}/reminder-policy", { params: { path: { id } }, body })),
    onSettled: refresh,
  });
}
