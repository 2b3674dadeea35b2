import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { api, data, type Schemas } from "@/lib/api/client";

export type Business = Schemas["TenantView"];

export const businessQuery = queryOptions({
  queryKey: ["tenant"],
  queryFn: async ({ signal }) => data(await api.GET("/v1/tenant", { signal })),
});

/** The active business. Loaded before any page of it is shown. */
export const useBusiness = () => useSuspenseQuery(businessQuery).data;
