import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { api, data, type Schemas } from "@/lib/api/client";
import { session } from "@/lib/api/session";

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

/** Signs in; answers who it is. */
export function useLogIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ email, password }: Schemas["LoginBody"]) => {
      await session.logIn(email, password);
      client.clear();
      return client.fetchQuery(meQuery);
    },
  });
}

export const useRegister = () =>
  useMutation({
    mutationFn: async (body: Schemas["RegisterBody"]) =>
      data(await api.POST("/v1/auth/register", { body })),
  });

export const useResendVerification = () =>
  useMutation({
    mutationFn: async (email: string) =>
      data(await api.POST("/v1/auth/resend-verification", { body: { email } })),
  });

export const useForgotPassword = () =>
  useMutation({
    mutationFn: async (email: string) =>
      data(await api.POST("/v1/auth/forgot-password", { body: { email } })),
  });

export const useResetPassword = () =>
  useMutation({
    mutationFn: async (body: Schemas["ResetBody"]) =>
      data(await api.POST("/v1/auth/reset-password", { body })),
  });

/**
 * Confirms an address with the token of its mail. A query although it writes: opening the link is
 * the whole act, and a token is used once however often the page is drawn.
 */
export const verificationQuery = (token: string) =>
  queryOptions({
    queryKey: ["verification", token],
    queryFn: async ({ client }) => {
      const done = data(await api.POST("/v1/auth/verify-email", { body: { token } }));
      client.removeQueries(meQuery);
      return done;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  });

/** Changes the own account, from the version that was shown. */
export function useUpdateMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ body, version }: { body: Schemas["MeBodyPatch"]; version: number }) =>
      data(
        await api.PATCH("/v1/auth/me", {
          body,
          params: { header: { "If-Match": `"${version}"` } },
        }),
      ),
    onSuccess: (me) => client.setQueryData(meQuery.queryKey, me),
    onError: () => client.invalidateQueries(meQuery),
  });
}
