import { QueryClient } from "@tanstack/react-query";
import { isApiError } from "@/lib/api/problem";

const FRESH_MILLIS = 15_000;
const TRIES = 3;

/** Reads are repeated when nobody answered; writes only by whoever knows what a repeat means. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MILLIS,
      retry: (failures, error) => failures < TRIES && isApiError(error) && error.isUnknown,
    },
    mutations: { retry: false },
  },
});
