import { queryOptions } from "@tanstack/react-query";
import { api, data } from "@/lib/api/client";

/** Which login is open here. Without an answer the form is shown; it tells what is wrong itself. */
export const loginModeQuery = queryOptions({
  queryKey: ["login-mode"],
  queryFn: async ({ signal }) => data(await api.GET("/v1/auth/mode", { signal })).mode,
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});
