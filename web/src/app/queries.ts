import { QueryClient } from "@tanstack/react-query";
import { isBusinessClosed, standingQuery } from "@/features/tenants/api";
import { api } from "@/lib/api/client";
import { ApiError, isApiError } from "@/lib/api/problem";

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

/** Whatever is refused because the business was closed meanwhile lets the page look how it stands. */
api.use({
  async onResponse({ response }) {
    if (response.status === 403 && isBusinessClosed(await ApiError.from(response.clone()))) {
      // its own request may be the one that was refused: then the answer is on its way
      void queries.invalidateQueries(standingQuery, { cancelRefetch: false });
    }
  },
});
