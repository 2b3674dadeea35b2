import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data, page, type Schemas } from "@/lib/api/client";
import { PAGE_SIZE, pages } from "@/lib/api/paging";
import { isApiError } from "@/lib/api/problem";

export type Letter = Schemas["DeadLetter"];
export type Event = Schemas["WebhookEvent"];
export type Business = Schemas["FoundBusiness"];
export type Quotas = Schemas["Quotas"];
export type SetQuotas = Schemas["SetQuotas"];
export type Around = {
  business: Schemas["OpenedDeadLetter"]["business"];
  workflow: Schemas["OpenedDeadLetter"]["workflow"];
};

/** Search parameters of the two lists. */
export type LetterFilter = { status?: Letter["status"]; payment_related?: boolean };
export type EventFilter = { status?: Event["status"]; provider?: string };

const whole = (filter: object, cursor: string | undefined) => ({
  limit: PAGE_SIZE,
  include_total: true,
  ...filter,
  ...(cursor ? { cursor } : {}),
});

/** A login that is too old stays so; asking again would only be noted again. */
const once = { retry: false };

export const lettersQuery = (filter: LetterFilter) => ({
  ...pages(["platform", "letters", filter], async (cursor, signal) => {
    const query = whole(filter, cursor);
    return page(await api.GET("/v1/admin/dead-letters", { params: { query }, signal }));
  }),
  ...once,
});

export const eventsQuery = (filter: EventFilter) => ({
  ...pages(["platform", "events", filter], async (cursor, signal) => {
    const query = whole(filter, cursor);
    return page(await api.GET("/v1/admin/webhook-events", { params: { query }, signal }));
  }),
  ...once,
});

/** Opening one is written down, so it is done once and kept while the page is there. */
const opened = { staleTime: Number.POSITIVE_INFINITY, refetchOnReconnect: false, ...once };

export const letterQuery = (id: string) =>
  queryOptions({
    queryKey: ["platform", "letter", id],
    queryFn: async ({ signal }) =>
      data(await api.GET("/v1/admin/dead-letters/{id}", { params: { path: { id } }, signal })),
    ...opened,
  });

export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: ["platform", "event", id],
    queryFn: async ({ signal }) =>
      data(await api.GET("/v1/admin/webhook-events/{id}", { params: { path: { id } }, signal })),
    ...opened,
  });

/** Each search is written down, so it is made when asked for and not while typing. */
export const businessesQuery = (q: string) =>
  queryOptions({
    queryKey: ["platform", "businesses", q],
    queryFn: async ({ signal }) =>
      data(await api.GET("/v1/admin/tenants", { params: { query: { q } }, signal })),
    enabled: q !== "",
    ...opened,
  });

export const businessQuery = (id: string) =>
  queryOptions({
    queryKey: ["platform", "business", id],
    queryFn: async ({ signal }) =>
      data(await api.GET("/v1/admin/tenants/{id}", { params: { path: { id } }, signal })),
    ...opened,
  });

/** Whether the API wants a younger login. */
export const wantsLogin = (error: unknown) =>
  isApiError(error) && error.details.some(({ code }) => code === "LOGIN_TOO_OLD");

export const isClosed = (error: unknown) =>
  isApiError(error) && error.details.some(({ code }) => code === "PLATFORM_ROLE_REQUIRED");

/** What an act changes: both lists, and what is open. */
function useLookAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["platform"] });
}

export function useRequeue(id: string) {
  const onSettled = useLookAgain();
  return useMutation({
    mutationFn: async () =>
      data(await api.POST("/v1/admin/dead-letters/{id}/requeue", { params: { path: { id } } })),
    onSettled,
  });
}

export function useDiscard(id: string) {
  const onSettled = useLookAgain();
  return useMutation({
    mutationFn: async (reason: string) =>
      data(
        await api.POST("/v1/admin/dead-letters/{id}/discard", {
          params: { path: { id } },
          body: { reason },
        }),
      ),
    onSettled,
  });
}

export function useReprocess(id: string) {
  const onSettled = useLookAgain();
  return useMutation({
    mutationFn: async () =>
      data(await api.POST("/v1/admin/webhook-events/{id}/reprocess", { params: { path: { id } } })),
    onSettled,
  });
}

export function useSetQuotas(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: SetQuotas) =>
      data(await api.PUT("/v1/admin/tenants/{id}/quotas", { params: { path: { id } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: businessQuery(id).queryKey }),
  });
}
