import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { api, data, type Schemas } from "@/lib/api/client";
import { isRefusedWith } from "@/lib/api/problem";

export type Business = Schemas["TenantView"];
export type Clock = Schemas["TestClock"];

/** What is absent of a merge patch stays as it is; null clears. */
type Part<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: Part<T[K]> }
    : T;
export type BusinessPatch = Part<Omit<Schemas["TenantBodyPatch"], "if_match_version">>;

export const businessQuery = queryOptions({
  queryKey: ["tenant"],
  queryFn: async ({ signal }) => data(await api.GET("/v1/tenant", { signal })),
});

/** The active business. Loaded before any page of it is shown. */
export const useBusiness = () => useSuspenseQuery(businessQuery).data;

/** BARRED is closed to whoever may not even look at it. */
export type Standing = "OPEN" | "CLOSED" | "BARRED";

/** How the business stands to this person; decides what is shown at all. */
export const standingQuery = queryOptions({
  queryKey: ["tenant", "standing"],
  queryFn: async ({ client }): Promise<Standing> => {
    try {
      const { status } = await client.fetchQuery({ ...businessQuery, staleTime: 0 });
      return status === "CLOSED" ? "CLOSED" : "OPEN";
    } catch (error) {
      if (isBusinessClosed(error)) return "BARRED";
      throw error;
    }
  },
  retry: false, // the business's own request is repeated
});

export const useStanding = () => useSuspenseQuery(standingQuery).data;

export const isBusinessClosed = (error: unknown) => isRefusedWith("BUSINESS_CLOSED", error);

/** Changes the business, from the version that was shown. */
export function useUpdateBusiness() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ patch, version }: { patch: BusinessPatch; version: number }) =>
      data(
        await api.PATCH("/v1/tenant", {
          // the file describes whole settings; a merge patch takes any part of them
          body: patch as Schemas["TenantBodyPatch"],
          params: { header: { "If-Match": `"${version}"` } },
        }),
      ),
    onSuccess: (business) => client.setQueryData(businessQuery.queryKey, business),
    onError: () => client.invalidateQueries(businessQuery),
  });
}

/** Holds every reminder of the business: until a moment, or until somebody resumes. */
export function usePauseAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (until: string | null) =>
      data(await api.POST("/v1/tenant/pause-reminders", { body: { until } })),
    onSuccess: async (business) => {
      client.setQueryData(businessQuery.queryKey, business);
      await client.invalidateQueries();
    },
  });
}

export function useResumeAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => data(await api.POST("/v1/tenant/resume-reminders")),
    onSuccess: async (business) => {
      client.setQueryData(businessQuery.queryKey, business);
      await client.invalidateQueries();
    },
  });
}

const CLOCK_KEY = ["test-clock"] as const;
const WHILE_MOVING_MILLIS = 1_000;
const WHILE_STANDING_MILLIS = 60_000;

/**
 * Where a test business stands in time. Asked again and again: while it moves, which takes seconds
 * and which nothing announces; while it stands, because its minutes pass like everybody's. Arrived,
 * everything else that was read is of another day.
 */
export const clockQuery = queryOptions({
  queryKey: CLOCK_KEY,
  queryFn: async ({ signal, client }) => {
    const before = client.getQueryData<Clock>(CLOCK_KEY);
    const clock = data(await api.GET("/v1/test-clock", { signal }));
    if (before?.moving_to && !clock.moving_to) {
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== CLOCK_KEY[0] });
    }
    return clock;
  },
  refetchInterval: ({ state }) =>
    state.data?.moving_to ? WHILE_MOVING_MILLIS : WHILE_STANDING_MILLIS,
});

export function useMoveClock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["MoveTestClock"]) =>
      data(await api.POST("/v1/test-clock", { body })),
    onSuccess: (clock) => client.setQueryData(CLOCK_KEY, clock),
  });
}

/** What comes next: whom it reminds, or which invoice it sends. */
export type NextEvent = { reminded?: string; sent?: string };

export const nextQuery = ({ kind, id }: Schemas["TestClockEvent"]) =>
  queryOptions({
    queryKey: ["next-event", kind, id],
    queryFn: async ({ signal }): Promise<NextEvent> => {
      const params = { path: { id } };
      if (kind === "REMINDER") {
        const contact = data(await api.GET("/v1/contacts/{id}", { params, signal }));
        return { reminded: contact.display_name };
      }
      if (kind !== "SCHEDULED_SEND") return {};
      const invoice = data(await api.GET("/v1/invoices/{id}", { params, signal }));
      return { sent: invoice.invoice_number ?? invoice.number_preview ?? "" };
    },
  });
