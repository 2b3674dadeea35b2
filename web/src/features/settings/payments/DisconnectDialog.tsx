import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { useDisconnect } from "../api";
import { t } from "../locales";

export function DisconnectDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const disconnect = useDisconnect();
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Disconnect Stripe?")}
      foot={
        <>
          <Button
            kind="bad"
            busy={disconnect.isPending}
            onClick={() =>
              disconnect.mutate(id, {
                onSuccess: () => {
                  toast(t("Stripe is disconnected."));
                  onClose();
                },
              })
            }
          >
            {t("Disconnect")}
          </Button>
          <span className="grow" />
          <Button kind="ink" onClick={onClose}>
            {t("Keep it connected")}
          </Button>
        </>
      }
    >
      <p>
        {t(
          "Payment pages stop offering cards. Payments that arrived stay recorded, and the money is in your Stripe account as before.",
        )}
      </p>
      {disconnect.isError ? (
        <Notice tone="late" className="mt-3">
          {disconnect.error.message}
        </Notice>
      ) : null}
    </Dialog>
  );
}
