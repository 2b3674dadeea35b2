import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data, intent, page, type Schemas } from "@/lib/api/client";
import { PAGE_SIZE, pages } from "@/lib/api/paging";

export type Reminder = Schemas["Reminder"];
export type Status = Reminder["status"];

export type Filter = {
  status?: Status;
  contact_id?: string;
  /** The soonest first, or the latest. */
  sort?: "send_at" | "-send_at";
};

const COUNT_FRESH_MILLIS = 15_000;

export const remindersQuery = (filter: Filter) =>
  pages(["reminders", "list", filter], async (cursor, signal) => {
    const query = { limit: PAGE_SIZE, ...filter, ...(cursor ? { cursor } : {}) };
    return page(await api.GET("/v1/reminders", { params: { query }, signal }));
  });

export const reminderCountQuery = (status: Status) =>
  queryOptions({
    queryKey: ["reminders", "count", status],
    queryFn: async ({ signal }) => {
      const query = { limit: 1, include_total: true, status };
      return page(await api.GET("/v1/reminders", { params: { query }, signal })).total;
    },
    staleTime: COUNT_FRESH_MILLIS,
  });

export const whyQuery = (id: string) =>
  queryOptions({
    queryKey: ["reminders", "why", id],
    queryFn: async ({ signal }) =>
      data(await api.GET("/v1/reminders/{id}/why", { params: { path: { id } }, signal })),
  });

/** Says what became of a message that nobody could find out about. */
export function useResolve() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, outcome }: { id: string; outcome: "SENT" | "RESEND" }) =>
      data(
        await api.POST("/v1/deliveries/{id}/resolve", {
          params: { path: { id }, header: { "Idempotency-Key": intent() } },
          body: { outcome },
        }),
      ),
    onSettled: () => {
      for (const key of ["reminders", "invoices", "contacts", "home"]) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
    },
  });
}
