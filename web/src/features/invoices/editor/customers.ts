import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data, intent, page, type Schemas } from "@/lib/api/client";

export type Customer = Pick<Schemas["ContactView"], "id" | "display_name" | "email" | "version">;

const OFFERED = 8;

/** The customers that fit a word; the latest without one. */
export const customersQuery = (word: string) =>
  queryOptions({
    queryKey: ["contacts", "offered", word],
    queryFn: async ({ signal }) => {
      const query = { limit: OFFERED, ...(word ? { q: word } : {}) };
      return page(await api.GET("/v1/contacts", { params: { query }, signal })).rows;
    },
    placeholderData: keepPreviousData,
  });

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ["contacts", "one", id],
    queryFn: async ({ signal }) =>
      data(await api.GET("/v1/contacts/{id}", { params: { path: { id } }, signal })),
    enabled: id !== "",
  });

export function useNewCustomer() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (name: string) =>
      data(
        await api.POST("/v1/contacts", {
          params: { header: { "Idempotency-Key": intent() } },
          body: { display_name: name, type: "CUSTOMER" },
        }),
      ),
    onSuccess: (created) => {
      queries.setQueryData(customerQuery(created.id).queryKey, created);
      void queries.invalidateQueries({ queryKey: ["contacts"] });
    },
  });
}

/** A customer that was made by name alone gets the address that the invoice goes to. */
export function useCustomerEmail(customer: Customer) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (email: string) =>
      data(
        await api.PATCH("/v1/contacts/{id}", {
          params: { path: { id: customer.id }, header: { "If-Match": String(customer.version) } },
          body: { email },
        }),
      ),
    onSuccess: (changed) => {
      queries.setQueryData(customerQuery(changed.id).queryKey, changed);
      void queries.invalidateQueries({ queryKey: ["invoices"] });
    },
  });
}
