import { useQuery } from "@tanstack/react-query";
import { useDebounced } from "@/lib/useDebounced";
import { totalsQuery } from "../api";
import { discountOf, type Form, linesOf } from "./form";

const PAUSE_MILLIS = 200;

/** What the draft adds up to, asked when the typing pauses; the last answer until the next. */
export function useTotals(form: Form) {
  const lines = linesOf(form);
  const discount = discountOf(form);
  const body = useDebounced(
    { currency: form.currency, line_items: lines, ...(discount ? { discount } : {}) },
    PAUSE_MILLIS,
  );
  const { data, error, isFetching } = useQuery({
    ...totalsQuery(body),
    enabled: body.line_items.length > 0,
  });
  return { totals: lines.length ? data : undefined, error, isFetching };
}
