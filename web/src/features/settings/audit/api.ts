import { queryOptions, useMutation } from "@tanstack/react-query";
import { api, data, page, type Schemas } from "@/lib/api/client";
import { PAGE_SIZE, pages } from "@/lib/api/paging";

export type Entry = Schemas["AuditEntry"];
export type Actor = Schemas["AuditActor"];
export type Change = Schemas["AuditChange"];
export type Format = "csv" | "jsonl";

/** Search parameters of the section. */
export type Filter = {
  actor?: string;
  entity_type?: string;
  entity_id?: string;
  from?: string;
  to?: string;
};

export const entriesQuery = (filter: Filter) =>
  pages(["audit", "list", filter], async (cursor, signal) => {
    const query = { limit: PAGE_SIZE, ...filter, ...(cursor ? { cursor } : {}) };
    return page(await api.GET("/v1/audit-log", { params: { query }, signal }));
  });

export const actorsQuery = queryOptions({
  queryKey: ["audit", "actors"],
  queryFn: async ({ signal }) => data(await api.GET("/v1/audit-log/actors", { signal })),
});

/** The file lies behind the session, so it is fetched and then saved. */
export function useExport() {
  return useMutation({
    mutationFn: async ({ format, filter }: { format: Format; filter: Filter }) => {
      const answer = await api.GET("/v1/audit-log/export", {
        params: { query: { format, ...filter } },
        parseAs: "blob",
      });
      const url = URL.createObjectURL(answer.data as unknown as Blob);
      const link = document.createElement("a");
      link.href = url;
      link.download = `audit-log.${format}`;
      link.click();
      URL.revokeObjectURL(url);
    },
  });
}
