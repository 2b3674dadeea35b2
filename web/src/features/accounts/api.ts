import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { api, data, type Schemas } from "@/lib/api/client";

export type Me = Schemas["MeView"];

/** The person who is signed in, their businesses and what they may do in the active one. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }) => data(await api.GET("/v1/auth/me", { signal })),
  staleTime: 5 * 60_000,
});

/** Whether the person may do this in the active business; the server stays the last check. */
export const useMay = (permission: Me["permissions"][number]) =>
  useSuspenseQuery(meQuery).data.permissions.includes(permission);
