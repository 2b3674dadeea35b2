import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data, intent, page, type Schemas } from "@/lib/api/client";
import { PAGE_SIZE, pages } from "@/lib/api/paging";

export type Contact = Schemas["ContactView"];
export type ContactLine = Schemas["ContactLine"];
export type ContactBody = Schemas["ContactBody"];
export type Suppression = Schemas["Suppression"];

type Type = ContactLine["type"];
type PaymentStatus = ContactLine["payment_status"];

/** Search parameters of the list. */
export type Filter = {
  type?: string;
  q?: string;
  payment_status?: string;
  sort?: string;
};

/** As many as a person reads while choosing. */
const CHOICES = 8;
const COUNT_FRESH_MILLIS = 60_000;

export const contactsQuery = ({ type, payment_status, ...rest }: Filter) =>
  pages(["contacts", "list", { type, payment_status, ...rest }], async (cursor, signal) => {
    const query = {
      limit: PAGE_SIZE,
      include_total: true,
      ...rest,
      ...(type ? { type: type as Type } : {}),
      ...(payment_status ? { payment_status: payment_status as PaymentStatus } : {}),
      ...(cursor ? { cursor } : {}),
    };
    return page(await api.GET("/v1/contacts", { params: { query }, signal }));
  });

/** How many contacts of one type there are; of all without one. */
export const contactCountQuery = (type: Type | undefined) =>
  queryOptions({
    queryKey: ["contacts", "count", type],
    queryFn: async ({ signal }) => {
      const query = { limit: 1, include_total: true, ...(type ? { type } : {}) };
      return page(await api.GET("/v1/contacts", { params: { query }, signal })).total;
    },
    staleTime: COUNT_FRESH_MILLIS,
  });

/** The few contacts that fit a word best, for choosing one. */
export const contactSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ["contacts", "search", q],
    queryFn: async ({ signal }) => {
      const query = { limit: CHOICES, ...(q ? { q } : {}) };
      return page(await api.GET("/v1/contacts", { params: { query }, signal })).rows;
    },
    placeholderData: keepPreviousData,
  });

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ["contacts", "one", id],
    queryFn: async ({ signal }) =>
      data(await api.GET("/v1/contacts/{id}", { params: { path: { id } }, signal })),
  });

/** Everything that shows contacts, after one of them changed. */
function useRefresh() {
  const queries = useQueryClient();
  return (changed?: Contact) => {
    if (changed) queries.setQueryData(contactQuery(changed.id).queryKey, changed);
    for (const key of ["contacts", "invoices", "reminders", "home"]) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}

/** One intent on one contact. */
const on = (id: string) => ({
  params: { path: { id }, header: { "Idempotency-Key": intent() } },
});

/** Answers the new contact and what the server noticed, such as another with the same address. */
export function useCreateContact() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ body, key }: { body: ContactBody; key: string }) => {
      const answer = await api.POST("/v1/contacts", {
        params: { header: { "Idempotency-Key": key } },
        body,
      });
      return { contact: data(answer), warnings: answer.data?.meta.warnings ?? [] };
    },
    onSuccess: ({ contact }) => refresh(contact),
  });
}

/** Changes only what is in the body, and only this version. */
export function useUpdateContact(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ body, version }: { body: Partial<ContactBody>; version: number }) =>
      data(
        await api.PATCH("/v1/contacts/{id}", {
          params: {
            path: { id },
            header: { "Idempotency-Key": intent(), "If-Match": String(version) },
          },
          body,
        }),
      ),
    onSuccess: refresh,
  });
}

export function useDeleteContact() {
  const queries = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (id: string) => data(await api.DELETE("/v1/contacts/{id}", on(id))),
    onSuccess: (_, id) => {
      queries.removeQueries({ queryKey: contactQuery(id).queryKey });
      refresh();
    },
  });
}

const onMail = (id: string) => ({ params: { path: { id, channel: "EMAIL" as const } } });

/** Acts that need nothing but the contact, and answer it. */
const acts = {
  restore: (id: string) => api.POST("/v1/contacts/{id}/restore", on(id)),
  resumeReminders: (id: string) => api.POST("/v1/contacts/{id}/resume-reminders", on(id)),
  muteMail: (id: string) => api.POST("/v1/contacts/{id}/channels/{channel}/mute", onMail(id)),
  unmuteMail: (id: string) => api.POST("/v1/contacts/{id}/channels/{channel}/unmute", onMail(id)),
};

export function useContactAct(act: keyof typeof acts) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (id: string) => data(await acts[act](id)),
    onSuccess: refresh,
  });
}

/** Until an instant; null until somebody resumes. */
export function usePauseReminders(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (until: string | null) =>
      data(await api.POST("/v1/contacts/{id}/pause-reminders", { ...on(id), body: { until } })),
    onSuccess: refresh,
  });
}

/** After a bounce or a complaint, with a word of why. */
export function useAllowMail(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (note: string) =>
      data(
        await api.POST("/v1/contacts/{id}/channels/{channel}/unmute", {
          ...onMail(id),
          body: { note },
        }),
      ),
    onSuccess: refresh,
  });
}
