import { type Shape, StatusPill, type Tone } from "@/components/ui/StatusPill";
import type { Payment } from "./api";
import { later } from "./locales";

type Look = { label: () => string; tone: Tone; shape: Shape };

const looks: Record<Payment["status"], Look> = {
  SUCCEEDED: { label: later("Received @payment"), tone: "paid", shape: "tick" },
  PENDING: { label: later("Waiting"), tone: "plan", shape: "clock" },
  FAILED: { label: later("Not completed"), tone: "late", shape: "triangle" },
  EXPIRED: { label: later("Expired"), tone: "quiet", shape: "struck" },
  PARTIALLY_REFUNDED: { label: later("Partly refunded"), tone: "part", shape: "half" },
  REFUNDED: { label: later("Refunded"), tone: "quiet", shape: "struck" },
};

export const statuses = () =>
  (Object.keys(looks) as Payment["status"][]).map((key) => ({ key, label: looks[key].label() }));

/** What became of the money; what needs a look comes before it. */
export function PaymentStatus({ payment }: { payment: Payment }) {
  const look: Look =
    payment.reconciliation_state === "EXCEPTION"
      ? { label: later("To check"), tone: "late", shape: "triangle" }
      : looks[payment.status];
  return (
    <StatusPill tone={look.tone} shape={look.shape}>
      {look.label()}
    </StatusPill>
  );
}
