import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { api, data, type Schemas } from "@/lib/api/client";
import { session } from "@/lib/api/session";
import { speak } from "@/lib/language";

export type Me = Schemas["MeView"];
export type Invitation = Schemas["InvitationView"];

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

/**
 * An invitation, and who reads it. Read once: what it says is known to whoever holds the link until
 * they accept, and then it is over.
 */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ["invitation", token],
    queryFn: async ({ client }) => {
      const signedIn = await session.begin();
      const [me, answer] = await Promise.all([
        signedIn ? client.fetchQuery(meQuery) : null,
        api.POST("/v1/invitations/preview", { body: { token } }),
      ]);
      return { me, invitation: data(answer) };
    },
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  });

/** Comes in; a fresh page of the business follows. */
export const useAcceptInvitation = () =>
  useMutation({
    mutationFn: (body: Schemas["AcceptBody"]) => session.accept(body),
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
    onSuccess: async (me) => {
      client.setQueryData(meQuery.queryKey, me);
      await speak(me.locale);
    },
    onError: () => client.invalidateQueries(meQuery),
  });
}
