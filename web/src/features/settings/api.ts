import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { api, data, page, type Schemas } from "@/lib/api/client";

export type Series = Schemas["SeriesView"];
export type TaxRate = Schemas["TaxRateView"];
export type Integration = Schemas["Integration"];
export type Holiday = Schemas["Holiday"];
export type Policy = Schemas["ReminderPolicy"];
export type Step = Schemas["ReminderStep"];

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
