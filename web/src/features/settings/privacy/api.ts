import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data, page, type Schemas } from "@/lib/api/client";
import { PAGE_SIZE, pages } from "@/lib/api/paging";

export type PrivacyRequest = Schemas["PrivacyRequest"];
export type Act = PrivacyRequest["allowed_actions"][number];

/** A request runs within seconds of being asked; one that waits is told by no other screen. */
const RUNNING_MILLIS = 2_000;
const WAITING_MILLIS = 15_000;

export const requestsQuery = {
  ...pages(["privacy-requests"], async (cursor, signal) => {
    const query = { limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) };
    return page(await api.GET("/v1/privacy-requests", { params: { query }, signal }));
  }),
};

/** How soon to look again, or false when nothing will change by itself. */
export function lookAgain(rows: PrivacyRequest[]) {
  if (rows.some(({ status }) => status === "OPEN")) return RUNNING_MILLIS;
  return rows.some(({ status }) => status === "WAITING") ? WAITING_MILLIS : false;
}

const CHOICES = 8;

/** The few contacts that fit a word best. */
export const subjectsQuery = (q: string) =>
  queryOptions({
    queryKey: ["contacts", "subjects", q],
    queryFn: async ({ signal }) => {
      const query = { limit: CHOICES, ...(q ? { q } : {}) };
      return page(await api.GET("/v1/contacts", { params: { query }, signal })).rows;
    },
  });

export const subjectQuery = (id: string) =>
  queryOptions({
    queryKey: ["contacts", "one", id],
    queryFn: async ({ signal }) =>
      data(await api.GET("/v1/contacts/{id}", { params: { path: { id } }, signal })),
  });

export function useAsk() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["NewPrivacyRequest"]) =>
      data(await api.POST("/v1/privacy-requests", { body })),
    onSettled: () => client.invalidateQueries({ queryKey: ["privacy-requests"] }),
  });
}

export function useOverride(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (reason: string) =>
      data(
        await api.POST("/v1/privacy-requests/{id}/override", {
          params: { path: { id } },
          body: { reason },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ["privacy-requests"] }),
  });
}

export function useTakeBack() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      data(await api.POST("/v1/privacy-requests/{id}/cancel", { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ["privacy-requests"] }),
  });
}

/** The file lies behind the session, so it is fetched and then saved. */
export function useFetchCopy() {
  return useMutation({
    mutationFn: async (id: string) => {
      const answer = await api.GET("/v1/privacy-requests/{id}/file", {
        params: { path: { id } },
        parseAs: "blob",
      });
      const url = URL.createObjectURL(answer.data as unknown as Blob);
      const link = document.createElement("a");
      link.href = url;
      link.download = `personal-data-${id}.json`;
      link.click();
      URL.revokeObjectURL(url);
    },
  });
}
