import { Button } from "@/components/ui/Button";
import { useResolve } from "./chasing/acts";
import { t } from "./locales";

/** Nobody could find out whether it arrived, so a person says it. */
export function Decide({ deliveryId: id }: { deliveryId: string }) {
  const resolve = useResolve();
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      <Button
        size="small"
        busy={resolve.isPending}
        onClick={() => resolve.mutate({ id, outcome: "SENT" })}
      >
        {t("It arrived")}
      </Button>
      <Button
        size="small"
        kind="ghost"
        disabled={resolve.isPending}
        onClick={() => resolve.mutate({ id, outcome: "RESEND" })}
      >
        {t("Send it again")}
      </Button>
      {resolve.error ? (
        <p role="alert" className="text-sm text-late">
          {resolve.error.message}
        </p>
      ) : null}
    </div>
  );
}
