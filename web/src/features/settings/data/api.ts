import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data, page, type Schemas } from "@/lib/api/client";
import { PAGE_SIZE, pages } from "@/lib/api/paging";
import { isRefusedWith } from "@/lib/api/problem";

export type Export = Schemas["Export"];
export type Act = Export["allowed_actions"][number];

/** Small ones take seconds. */
const UNDER_WAY_MILLIS = 2_000;

export const exportsQuery = pages(["exports"], async (cursor, signal) => {
  const query = { limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) };
  return page(await api.GET("/v1/export", { params: { query }, signal }));
});

export const isUnderWay = ({ status }: Export) => status === "QUEUED" || status === "RUNNING";

/** How soon to look again, or false when nothing will change by itself. */
export const lookAgain = (rows: Export[]) => (rows.some(isUnderWay) ? UNDER_WAY_MILLIS : false);

/** Whether somebody else was a moment faster. */
export const isTaken = (error: unknown) => isRefusedWith("EXPORT_UNDER_WAY", error);

/** Whether there is nothing left to cancel. */
export const isOver = (error: unknown) => isRefusedWith("DONE", error);

/** Pending until the list shows it. */
export function useStart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (documents: boolean) =>
      data(await api.POST("/v1/export", { body: { documents } })),
    onSettled: () => client.invalidateQueries(exportsQuery),
  });
}

export function useCancel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      data(await api.POST("/v1/export/{id}/cancel", { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries(exportsQuery),
  });
}

/** Another link, for when the one at hand is over; null when the archive is gone. */
export function useFreshLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const found = data(await api.GET("/v1/export/{id}", { params: { path: { id } } }));
      return found.download_url ?? null;
    },
    onSettled: () => client.invalidateQueries(exportsQuery),
  });
}
