import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api, data, page, type Schemas } from "@/lib/api/client";
import { session } from "@/lib/api/session";

export type Series = Schemas["SeriesView"];
export type TaxRate = Schemas["TaxRateView"];
export type Integration = Schemas["Integration"];
export type Holiday = Schemas["Holiday"];
export type Policy = Schemas["ReminderPolicy"];
export type Step = Schemas["ReminderStep"];
export type ApiKey = Schemas["ApiKey"];
export type Scope = ApiKey["scopes"][number];
export type Member = Schemas["MemberView"];

// ------------------------------------------------------------------ numbering

export const numberingQuery = queryOptions({
  queryKey: ["numbering"],
  queryFn: async ({ signal }) => data(await api.GET("/v1/settings/numbering", { signal })),
});

/** A series has no version: what is not named stays, and its counter only goes forward. */
export function useUpdateSeries() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["SeriesBody"]) =>
      data(await api.PATCH("/v1/settings/numbering", { body })),
    onSettled: () => client.invalidateQueries(numberingQuery),
  });
}

// ------------------------------------------------------------------ tax rates

export const taxRatesQuery = queryOptions({
  queryKey: ["tax-rates"],
  queryFn: async ({ signal }) => data(await api.GET("/v1/tax-rates", { signal })),
});

export function useCreateTaxRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["NewTaxRateBody"]) =>
      data(await api.POST("/v1/tax-rates", { body })),
    onSettled: () => client.invalidateQueries(taxRatesQuery),
  });
}

type TaxRateChange = { id: string; version: number; body: Schemas["TaxRateBodyPatch"] };

export function useUpdateTaxRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, version, body }: TaxRateChange) =>
      data(
        await api.PATCH("/v1/tax-rates/{id}", {
          body,
          params: { path: { id }, header: { "If-Match": `"${version}"` } },
        }),
      ),
    onSettled: () => client.invalidateQueries(taxRatesQuery),
  });
}

// ------------------------------------------------------------------ the team

export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: async ({ signal }) => data(await api.GET("/v1/members", { signal })),
});

export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["InviteBody"]) =>
      data(await api.POST("/v1/members", { body })),
    onSettled: () => client.invalidateQueries(membersQuery),
  });
}

export function useResendInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      data(await api.POST("/v1/members/{id}/resend-invite", { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries(membersQuery),
  });
}

type MemberChange = { member: Member; body: Schemas["MemberBodyPatch"] };

/** One's own role decides what every page offers, so all is read again. */
export function useUpdateMember() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ member: { id, version }, body }: MemberChange) =>
      data(
        await api.PATCH("/v1/members/{id}", {
          body,
          params: { path: { id }, header: { "If-Match": `"${version}"` } },
        }),
      ),
    onSettled: (_changed, _error, { member }) =>
      member.you ? client.invalidateQueries() : client.invalidateQueries(membersQuery),
  });
}

/** Of oneself it means leaving, which ends the session. */
export function useRemoveMember() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, version, you }: Member) => {
      const gone = data(
        await api.DELETE("/v1/members/{id}", {
          params: { path: { id }, header: { "If-Match": `"${version}"` } },
        }),
      );
      if (you) await session.logOut();
      return gone;
    },
    onSettled: (_gone, error, { you }) =>
      you && !error ? undefined : client.invalidateQueries(membersQuery),
  });
}

// ------------------------------------------------------------------ provider accounts

/** How the API says that the provider has not answered yet. */
const BEING_CHECKED = "Being checked";
const WHILE_CHECKING_MILLIS = 2_000;

export const isBeingChecked = ({ status, last_error }: Integration) =>
  status === "ERROR" && last_error === BEING_CHECKED;

/** Asked again while a provider is checking keys: nothing announces its answer. */
export const integrationsQuery = queryOptions({
  queryKey: ["integrations"],
  queryFn: async ({ signal }) => data(await api.GET("/v1/integrations", { signal })),
  refetchInterval: ({ state }) =>
    state.data?.some(isBeingChecked) ? WHILE_CHECKING_MILLIS : false,
});

export function useConnectStripe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["StripeKeys"]) =>
      data(await api.PUT("/v1/integrations/stripe", { body })),
    onSettled: () => client.invalidateQueries(integrationsQuery),
  });
}

export function useDisconnect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      data(await api.DELETE("/v1/integrations/{id}", { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries(integrationsQuery),
  });
}

// ------------------------------------------------------------------ reminders

export const policiesQuery = queryOptions({
  queryKey: ["reminder-policies"],
  queryFn: async ({ signal }) => data(await api.GET("/v1/reminder-policies", { signal })),
});

export const holidaysQuery = infiniteQueryOptions({
  queryKey: ["holidays"],
  queryFn: async ({ pageParam, signal }) =>
    page(
      await api.GET("/v1/holidays", {
        params: { query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: "",
  getNextPageParam: (last) => last.next,
});

/** A free day moves reminders, so what was read of them is old. */
export function useAddHoliday() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["NewHoliday"]) =>
      data(await api.POST("/v1/holidays", { body })),
    onSuccess: () => client.invalidateQueries(),
  });
}

export function useDeleteHoliday() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      data(await api.DELETE("/v1/holidays/{id}", { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries(),
  });
}

// ------------------------------------------------------------------ API keys

/** For administrators alone; what they have begins with the newest. */
export const apiKeysQuery = infiniteQueryOptions({
  queryKey: ["api-keys"],
  queryFn: async ({ pageParam, signal }) =>
    page(
      await api.GET("/v1/api-keys", {
        params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        signal,
      }),
    ),
  initialPageParam: "",
  getNextPageParam: (last) => last.next,
});

export function useCreateApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["NewApiKey"]) =>
      data(await api.POST("/v1/api-keys", { body })),
    // the answer holds the key, which nothing may keep
    gcTime: 0,
    onSettled: () => client.invalidateQueries(apiKeysQuery),
  });
}

export function useRevokeApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) =>
      data(await api.DELETE("/v1/api-keys/{id}", { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries(apiKeysQuery),
  });
}
