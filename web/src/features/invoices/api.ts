import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { toast } from "@/components/ui/Toasts";
import { api, data, intent, type Page, page, type Schemas } from "@/lib/api/client";
import { PAGE_SIZE, pages, rowsOf } from "@/lib/api/paging";
import { isApiError } from "@/lib/api/problem";

export type Invoice = Schemas["Invoice"];
export type Line = Schemas["LineBody"];
export type Totals = Schemas["Totals"];
export type InvoiceBody = Schemas["InvoiceBody"];
export type Delivery = Schemas["Delivery"];
export type Reminder = Schemas["Reminder"];
export type Payment = Schemas["Payment"];

/** While a provider is asked the answer may come at any moment, and nobody tells the browser. */
const ASK_AGAIN_MILLIS = 1_000;

/** What was settled two years ago or more; no status of its own. */
export const ARCHIVED = "ARCHIVED";

/** Search parameters of the list; OVERDUE is a state of the day, not a stored one. */
export type Filter = {
  status?: Invoice["status"] | typeof ARCHIVED;
  q?: string;
  contact_id?: string;
  from?: string;
  to?: string;
  sort?: string;
};

/** The archive is out of the way, unless somebody looks for a customer, a word or a time. */
function asked({ status, ...rest }: Filter) {
  if (status === ARCHIVED) return { ...rest, archived: true };
  const isSearch = rest.q || rest.contact_id || rest.from || rest.to;
  return {
    ...rest,
    ...(status === "OVERDUE" ? { overdue: true } : status ? { status } : {}),
    ...(isSearch ? {} : { archived: false }),
  };
}

export const invoicesQuery = (filter: Filter) =>
  pages(["invoices", "list", filter], async (cursor, signal) => {
    const query = {
      limit: PAGE_SIZE,
      include_total: true,
      ...asked(filter),
      ...(cursor ? { cursor } : {}),
    };
    return page(await api.GET("/v1/invoices", { params: { query }, signal }));
  });

/** An open invoice may be paid at any moment by somebody who is not here. */
const WATCH_MILLIS = 5_000;

/** After so many the page says so; an invoice that was shown before is asked for again all the same. */
const FIRST_TRIES = 3;

const ENDED = new Set(["DRAFT", "PAID", "VOID", "WRITTEN_OFF"]);

/** Settles by itself: asked again while a send is under way, watched while it may be paid. */
export const invoiceQuery = (id: string) =>
  queryOptions({
    queryKey: ["invoices", "one", id],
    queryFn: async ({ signal }) =>
      data(await api.GET("/v1/invoices/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => {
      if (state.data?.send_state === "SENDING") return ASK_AGAIN_MILLIS;
      return state.data && !ENDED.has(state.data.status) ? WATCH_MILLIS : false;
    },
    retry: (failures, error) => isApiError(error) && error.isUnknown && failures < FIRST_TRIES,
    retryDelay: ASK_AGAIN_MILLIS,
  });

/** An invoice as one of the lists at hand has it. */
export function listed(queries: QueryClient, id: string): Invoice | undefined {
  for (const [, list] of queries.getQueriesData<InfiniteData<Page<Invoice>>>({
    queryKey: ["invoices", "list"],
  })) {
    const row = rowsOf(list)?.find((one) => one.id === id);
    if (row) return row;
  }
  return undefined;
}

// What belongs to an invoice is read anew whenever the invoice has changed.

export const deliveriesQuery = ({ id, version }: Invoice) =>
  queryOptions({
    queryKey: ["invoices", "deliveries", id, version],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      data(
        await api.GET("/v1/invoices/{id}/delivery-status", { params: { path: { id } }, signal }),
      ),
    refetchInterval: ({ state }) => (state.data?.undecided ? ASK_AGAIN_MILLIS * 3 : false),
  });

export const remindersQuery = ({ id, version }: Invoice) =>
  queryOptions({
    queryKey: ["invoices", "reminders", id, version],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      page(
        await api.GET("/v1/invoices/{id}/reminders", {
          params: { path: { id }, query: { limit: 100 } },
          signal,
        }),
      ).rows,
  });

export const paymentsQuery = ({ id, version }: Invoice) =>
  queryOptions({
    queryKey: ["invoices", "payments", id, version],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      page(
        await api.GET("/v1/payments", {
          params: { query: { invoice_id: id, limit: 100 } },
          signal,
        }),
      ).rows,
  });

/** What would follow if the draft were sent at that moment; now without one. */
export const nextSendTimesQuery = (id: string, sendAt: string | null) =>
  queryOptions({
    queryKey: ["invoices", "next-send-times", id, sendAt],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      data(
        await api.GET("/v1/invoices/{id}/next-send-times", {
          params: { path: { id }, query: sendAt ? { send_at: sendAt } : {} },
          signal,
        }),
      ),
  });

/** The server's own arithmetic; the browser never adds up an invoice. */
export const totalsQuery = (body: Schemas["Calculate"]) =>
  queryOptions({
    queryKey: ["invoices", "calculate", body],
    queryFn: async ({ signal }) => data(await api.POST("/v1/invoices/calculate", { body, signal })),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** Everything that shows invoices, after one of them changed. */
export function useRefresh() {
  const queries = useQueryClient();
  return (changed?: Invoice) => {
    if (changed) queries.setQueryData(invoiceQuery(changed.id).queryKey, changed);
    for (const key of ["invoices", "contacts", "home", "reminders", "payments"]) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  };
}

/** A refusal of an act that has no place of its own for words. */
const say = (error: Error) => toast(error.message);

/** One intent on one invoice. */
const on = (id: string) => ({
  params: { path: { id }, header: { "Idempotency-Key": intent() } },
});

/** Acts that need nothing but the invoice, and answer it. */
const acts = {
  unschedule: (id: string) => api.POST("/v1/invoices/{id}/unschedule", on(id)),
  markSent: (id: string) => api.POST("/v1/invoices/{id}/mark-sent", on(id)),
  duplicate: (id: string) => api.POST("/v1/invoices/{id}/duplicate", on(id)),
  resumeReminders: (id: string) => api.POST("/v1/invoices/{id}/resume-reminders", on(id)),
  pauseReminders: (id: string) =>
    api.POST("/v1/invoices/{id}/pause-reminders", { ...on(id), body: {} }),
};

export type Act = keyof typeof acts;

/** What is seen at once; the answer brings the rest, a refusal takes it back. */
const foreseen: Partial<Record<Act, Partial<Invoice>>> = {
  pauseReminders: { reminders_paused: true },
  resumeReminders: { reminders_paused: false, reminders_paused_until: null },
};

export function useAct(act: Act) {
  const refresh = useRefresh();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => data(await acts[act](id)),
    onMutate: (id) =>
      queries.setQueryData(invoiceQuery(id).queryKey, (now) => now && { ...now, ...foreseen[act] }),
    onSuccess: refresh,
    onError: (error) => {
      say(error);
      refresh();
    },
  });
}

/** Ends an invoice without its money. */
export function useClose(how: "void" | "write-off") {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, reason }: { id: string; reason: string }) =>
      data(
        how === "void"
          ? await api.POST("/v1/invoices/{id}/void", { ...on(id), body: { reason } })
          : await api.POST("/v1/invoices/{id}/write-off", { ...on(id), body: { reason } }),
      ),
    onSuccess: refresh,
  });
}

export function useDelete() {
  const queries = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (id: string) => data(await api.DELETE("/v1/invoices/{id}", on(id))),
    onSuccess: (_, id) => {
      queries.removeQueries({ queryKey: invoiceQuery(id).queryKey });
      refresh();
    },
    onError: say,
  });
}

/** Takes a deletion back: what the draft said, in a new one; a draft has no number to lose. */
export function useDraftAgain() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (draft: Invoice) =>
      createDraft(
        {
          contact_id: draft.contact_id,
          currency: draft.currency,
          issue_date: draft.issue_date,
          due_date: draft.due_date,
          line_items: draft.line_items.map((line) => ({
            name: line.name,
            qty: line.qty,
            rate: line.rate,
            description: line.description ?? null,
            unit: line.unit ?? null,
            tax_code: line.tax_code ?? null,
            discount: line.discount ?? null,
          })),
          discount: draft.discount ?? null,
          reference: draft.reference ?? null,
          notes: draft.notes ?? null,
          terms: draft.terms ?? null,
          internal_note: draft.internal_note ?? null,
          language: draft.language ?? null,
        },
        intent(),
      ),
    onSuccess: () => refresh(),
    onError: say,
  });
}

export function usePortalLink() {
  return useMutation({
    mutationFn: async (id: string) => data(await api.POST("/v1/invoices/{id}/portal-link", on(id))),
    onError: say,
  });
}

/**
 * Sends, or schedules. When nobody answers, the same intent is asked again until somebody does: the
 * server does it once, whatever became of the first try.
 */
export function useSend(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ body, key }: { body: Schemas["SendInvoice"]; key: string }) =>
      data(
        await api.POST("/v1/invoices/{id}/send", {
          params: { path: { id }, header: { "Idempotency-Key": key } },
          body,
        }),
      ),
    retry: (_, error) => isApiError(error) && error.isUnknown,
    retryDelay: ASK_AGAIN_MILLIS,
    networkMode: "always",
    onSettled: () => refresh(),
  });
}

export function useRecordPayment() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ body, key }: { body: Schemas["RecordPayment"]; key: string }) =>
      data(
        await api.POST("/v1/payments", {
          params: { header: { "Idempotency-Key": key } },
          body,
        }),
      ),
    retry: (_, error) => isApiError(error) && error.isUnknown,
    retryDelay: ASK_AGAIN_MILLIS,
    networkMode: "always",
    onSettled: () => refresh(),
  });
}

// ------------------------------------------------------------------ a draft is desk work

export async function createDraft(body: InvoiceBody, key: string) {
  return data(
    await api.POST("/v1/invoices", { params: { header: { "Idempotency-Key": key } }, body }),
  );
}

export async function saveDraft(id: string, version: number, body: InvoiceBody, key: string) {
  return data(
    await api.PATCH("/v1/invoices/{id}", {
      params: { path: { id }, header: { "If-Match": String(version), "Idempotency-Key": key } },
      body,
    }),
  );
}

/** The mail that would go out, made by the code that sends it. */
export const previewQuery = (id: string, message: string) =>
  queryOptions({
    queryKey: ["invoices", "preview", id, message],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      data(
        await api.GET("/v1/invoices/{id}/preview", {
          params: { path: { id }, query: message ? { message } : {} },
          signal,
        }),
      ),
  });

export const taxRatesQuery = queryOptions({
  queryKey: ["tax-rates"],
  queryFn: async ({ signal }) => data(await api.GET("/v1/tax-rates", { signal })),
  staleTime: 5 * 60_000,
});
