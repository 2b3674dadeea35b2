import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, data, page, type Schemas } from "@/lib/api/client";
import { PAGE_SIZE, pages } from "@/lib/api/paging";

export type Reminder = Schemas["Reminder"];
export type Status = Reminder["status"];
export type Tone = Reminder["tone"];
export type Warning = NonNullable<Schemas["RemindNow"]["acknowledge"]>[number];

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

/** The mail as it would read, made by the code that sends it. */
export const previewQuery = (invoice_id: string, tone: Tone, message = "") =>
  queryOptions({
    queryKey: ["reminders", "preview", invoice_id, tone, message],
    queryFn: async ({ signal }) =>
      data(
        await api.POST("/v1/reminders/preview", {
          body: { invoice_id, tone, message: message || null },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

const BIG_PAGE = 100;
const MOST_PAGES = 10;

/** Up to a thousand rows of a list, and whether there were more. */
async function all<T>(read: (cursor: string | undefined) => Promise<ReturnType<typeof page<T>>>) {
  const rows: T[] = [];
  let cursor: string | undefined;
  for (let n = 0; n < MOST_PAGES; n++) {
    const found = await read(cursor);
    rows.push(...found.rows);
    if (!found.next) return { rows, more: false };
    cursor = found.next;
  }
  return { rows, more: true };
}

/** What is planned or held until that day: the plan assumes that nobody pays. */
export const planQuery = (to: string) =>
  queryOptions({
    queryKey: ["reminders", "plan", to],
    queryFn: async ({ signal }) => {
      const of = (status: "SCHEDULED" | "HELD") =>
        all((cursor) => {
          const query = { limit: BIG_PAGE, status, to, ...(cursor ? { cursor } : {}) };
          return api.GET("/v1/reminders", { params: { query }, signal }).then(page);
        });
      const [planned, held] = await Promise.all([of("SCHEDULED"), of("HELD")]);
      return { rows: [...planned.rows, ...held.rows], more: planned.more || held.more };
    },
  });

/** The invoices that are chased, and those that go out by themselves. */
export const openInvoicesQuery = queryOptions({
  queryKey: ["invoices", "chased"],
  queryFn: async ({ signal }) => {
    const of = (filter: { status?: Schemas["Invoice"]["status"]; overdue?: boolean }) =>
      all((cursor) => {
        const query = { limit: BIG_PAGE, ...filter, ...(cursor ? { cursor } : {}) };
        return api.GET("/v1/invoices", { params: { query }, signal }).then(page);
      });
    const statuses = (["SENT", "PARTIALLY_PAID", "SCHEDULED"] as const).map((status) => ({
      status,
    }));
    const found = await Promise.all([...statuses, { overdue: true }].map(of));
    // one may be in two lists, partly paid and overdue
    const byId = new Map(found.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const)));
    return [...byId.values()];
  },
});

export const freeDaysQuery = queryOptions({
  queryKey: ["holidays", "all"],
  queryFn: async ({ signal }) =>
    page(await api.GET("/v1/holidays", { params: { query: { limit: BIG_PAGE } }, signal })).rows,
});
