import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Reminder } from "@/features/reminders/api";
import { api, page } from "@/lib/api/client";

const FOUND = 5;

/** The few invoices that fit a word. */
export const invoiceSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ["invoices", "search", q],
    queryFn: async ({ signal }) =>
      page(await api.GET("/v1/invoices", { params: { query: { q, limit: FOUND } }, signal })).rows,
    placeholderData: keepPreviousData,
  });

/** What stands next between a customer and a message: what is held, or else what is planned. */
export const nextToContactQuery = (contact_id: string) =>
  queryOptions({
    queryKey: ["reminders", "next", contact_id],
    queryFn: async ({ signal }): Promise<Reminder | null> => {
      const first = async (status: "HELD" | "SCHEDULED") => {
        const query = { contact_id, status, limit: 1 };
        return page(await api.GET("/v1/reminders", { params: { query }, signal })).rows[0];
      };
      return (await first("HELD")) ?? (await first("SCHEDULED")) ?? null;
    },
  });
