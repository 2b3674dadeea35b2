import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data, page, type Schemas } from "@/lib/api/client";
import { PAGE_SIZE, pages } from "@/lib/api/paging";
import { isApiError } from "@/lib/api/problem";

export type Session = Schemas["SessionView"];

const KEY = ["sessions"];

export const sessionsQuery = pages(KEY, async (cursor, signal) => {
  const query = { limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) };
  return page(await api.GET("/v1/auth/me/sessions", { params: { query }, signal }));
});

/** One that has ended meanwhile is what was wanted. */
export function useEndSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }: Session) => {
      try {
        await api.DELETE("/v1/auth/me/sessions/{id}", { params: { path: { id } } });
      } catch (error) {
        if (!(isApiError(error) && error.status === 404)) throw error;
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useEndOthers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => data(await api.POST("/v1/auth/me/sessions/end-others")),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["ChangePasswordBody"]) =>
      data(await api.POST("/v1/auth/me/password", { body })),
    // the body holds passwords, which nothing may keep
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
