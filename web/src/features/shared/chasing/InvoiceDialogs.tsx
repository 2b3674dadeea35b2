import { lazy, Suspense } from "react";
import type { Invoice } from "@/features/invoices/api";

const dialogs = {
  remind: lazy(async () => ({ default: (await import("./RemindDialog")).RemindDialog })),
  promise: lazy(async () => ({ default: (await import("./PromiseDialog")).PromiseDialog })),
  dispute: lazy(async () => ({ default: (await import("./DisputeDialog")).DisputeDialog })),
  policy: lazy(async () => ({ default: (await import("./PolicyDialog")).PolicyDialog })),
};

/** What a person says or asks about chasing one invoice. */
export type AboutChasing = keyof typeof dialogs;

export const isAboutChasing = (asked: string): asked is AboutChasing => asked in dialogs;

type Props = { about: AboutChasing; invoice: Invoice; onClose: () => void };

export function InvoiceDialog({ about, ...rest }: Props) {
  const Dialog = dialogs[about];
  return (
    <Suspense>
      <Dialog {...rest} />
    </Suspense>
  );
}
