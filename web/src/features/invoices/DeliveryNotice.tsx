import { Button } from "@/components/ui/Button";
import { Spinner } from "@/components/ui/Spinner";
import { may } from "@/features/shared/invoiceStatus";
import type { Invoice } from "./api";
import { t } from "./locales";

/** What is going on with a send, or what went wrong with the last one. */
export function DeliveryNotice({ invoice, onSend }: { invoice: Invoice; onSend: () => void }) {
  switch (invoice.send_state) {
    case "SENDING":
      return (
        <p
          role="status"
          className="mb-4 flex items-center gap-3 rounded-control bg-plan-bg px-4 py-2.5 text-plan"
        >
          <Spinner />
          {t("On its way. You may leave this page; it goes out once, whatever happens here.")}
        </p>
      );
    case "UNKNOWN":
      return (
        <p role="status" className="mb-4 rounded-control bg-plan-bg px-4 py-2.5 text-plan">
          {t(
            "Not known yet whether it went out. Duespark does not send it again by itself; look in your mail service, then decide below.",
          )}
        </p>
      );
    case "FAILED":
      return (
        <div
          role="alert"
          className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control bg-late-bg px-4 py-2.5 text-late"
        >
          <span className="grow">
            {t("It was not sent.")} {invoice.last_send_error}
          </span>
          {may(invoice, "send") ? (
            <Button size="small" onClick={onSend}>
              {t("Try again")}
            </Button>
          ) : null}
        </div>
      );
    case "IDLE":
      return null;
  }
}
