import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { type ApiKey, useRevokeApiKey } from "../api";
import { t } from "../locales";

export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const revoke = useRevokeApiKey();
  const { name } = apiKey;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Revoke this key?")}
      foot={
        <>
          <Button
            kind="bad"
            busy={revoke.isPending}
            onClick={() =>
              revoke.mutate(apiKey.id, {
                onSuccess: () => {
                  toast(t("{name} is revoked.", { name }));
                  onClose();
                },
              })
            }
          >
            {t("Revoke")}
          </Button>
          <span className="grow" />
          <Button kind="ink" onClick={onClose}>
            {t("Keep it")}
          </Button>
        </>
      }
    >
      <p>
        {t("Programs that use {name} are refused at once. This cannot be taken back.", { name })}
      </p>
      {revoke.isError ? (
        <Notice tone="late" className="mt-3">
          {revoke.error.message}
        </Notice>
      ) : null}
    </Dialog>
  );
}
