import { useMutation, useQueryClient } from "@tanstack/react-query";
import { businessQuery, standingQuery } from "@/features/tenants/api";
import { api, data } from "@/lib/api/client";
import { isRefusedWith } from "@/lib/api/problem";

/** Whether its days are over, and nothing is left to open. */
export const isErased = (error: unknown) => isRefusedWith("ERASED", error);

/** Closes the business; the app then shows that in place of every page. */
export function useCloseBusiness() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (name: string) =>
      data(await api.POST("/v1/tenant/close", { body: { name } })),
    onSuccess: (business) => {
      client.setQueryData(businessQuery.queryKey, business);
      client.setQueryData(standingQuery.queryKey, "CLOSED");
    },
    // it may have another name by now, or be closed already
    onError: () => client.invalidateQueries(businessQuery),
  });
}

/**
 * Opens it again.
 *
 * @param goOn leads to the page that is shown then, before any other of the business is
 */
export function useReopen(goOn: () => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => data(await api.POST("/v1/tenant/reopen")),
    onSuccess: async (business) => {
      await goOn();
      client.setQueryData(businessQuery.queryKey, business);
      client.setQueryData(standingQuery.queryKey, "OPEN");
      await client.invalidateQueries();
    },
    // another owner may have been faster
    onError: () => client.invalidateQueries(standingQuery),
  });
}
