import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data, type Schemas } from "@/lib/api/client";
import type { Policy } from "../../api";

type Body = Schemas["PolicyBody"];
export type Simulated = Schemas["PolicySimulation"];
export type WhatIf = Schemas["PolicyWhatIf"];

const SAMPLE_DAYS = 120;

/** What a policy would send about one invoice that nobody pays; the server also checks it. */
export const sampleQuery = (policy: Body, due_on: string, sent_on: string) =>
  queryOptions({
    queryKey: ["reminder-policies", "simulate", policy, due_on, sent_on],
    queryFn: async ({ signal }) =>
      data(
        await api.POST("/v1/reminder-policies/simulate", {
          body: { policy, invoices: [{ due_on, sent_on }], days: SAMPLE_DAYS },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });

/** What a change would add, move and remove among the open invoices. */
export function useWhatIf() {
  return useMutation({
    mutationFn: async (body: { policy_id: string; policy: Body }): Promise<WhatIf> =>
      data(await api.POST("/v1/reminder-policies/what-if", { body })),
  });
}

/** A new policy, or another version of one; everybody whom it chases is planned anew. */
export function useSavePolicy(before: Policy | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Body) =>
      data(
        before
          ? await api.PATCH("/v1/reminder-policies/{id}", {
              params: { path: { id: before.id }, header: { "If-Match": `"${before.version}"` } },
              body,
            })
          : await api.POST("/v1/reminder-policies", { body }),
      ),
    onSuccess: () => client.invalidateQueries(),
  });
}

export function useMakeDefault({ id, version }: Policy) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () =>
      data(
        await api.PATCH("/v1/reminder-policies/{id}", {
          params: { path: { id }, header: { "If-Match": `"${version}"` } },
          body: { is_default: true },
        }),
      ),
    onSuccess: () => client.invalidateQueries(),
  });
}

export function useDeletePolicy({ id, version }: Policy) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () =>
      data(
        await api.DELETE("/v1/reminder-policies/{id}", {
          params: { path: { id }, header: { "If-Match": `"${version}"` } },
        }),
      ),
    onSuccess: () => client.invalidateQueries(),
  });
}
