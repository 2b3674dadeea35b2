import { queryOptions, useMutation } from "@tanstack/react-query";
import { api, data, page, type Schemas } from "@/lib/api/client";
import { PAGE_SIZE, pages } from "@/lib/api/paging";

export type Payment = Schemas["Payment"];

/** Search parameters of the list. */
export type Filter = { status?: Payment["status"]; provider?: Payment["provider"] };

export const paymentsQuery = ({ status, provider }: Filter) =>
  pages(["payments", "list", { status, provider }], async (cursor, signal) => {
    const query = {
      limit: PAGE_SIZE,
      include_total: true,
      ...(status ? { status } : {}),
      ...(provider ? { provider } : {}),
      ...(cursor ? { cursor } : {}),
    };
    return page(await api.GET("/v1/payments", { params: { query }, signal }));
  });

export const paymentQuery = (id: string) =>
  queryOptions({
    queryKey: ["payments", "one", id],
    queryFn: async ({ signal }) =>
      data(await api.GET("/v1/payments/{id}", { params: { path: { id } }, signal })),
  });

/** The receipt lies behind the session, so it is fetched and then saved. */
export function useReceipt() {
  return useMutation({
    mutationFn: async (id: string) => {
      const answer = await api.GET("/v1/payments/{id}/receipt", {
        params: { path: { id } },
        parseAs: "blob",
      });
      const url = URL.createObjectURL(answer.data as Blob);
      const link = document.createElement("a");
      link.href = url;
      link.download = `receipt-${id.slice(0, 8)}.pdf`;
      link.click();
      URL.revokeObjectURL(url);
    },
  });
}
