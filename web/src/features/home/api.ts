import { queryOptions } from "@tanstack/react-query";
import { api, data, type Schemas } from "@/lib/api/client";

export type Summary = Schemas["HomeSummary"];
export type Position = Summary["by_currency"][number];
export type Planned = Summary["planned"][number];
export type NextAction = Summary["next_actions"][number];

const FRESH_MILLIS = 30_000;

export const homeQuery = queryOptions({
  queryKey: ["home"],
  queryFn: async ({ signal }) => data(await api.GET("/v1/home/summary", { signal })),
  refetchInterval: FRESH_MILLIS,
});
