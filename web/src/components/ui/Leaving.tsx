import { useBlocker } from "@tanstack/react-router";
import { t } from "../locales";
import { Button } from "./Button";
import { Dialog } from "./Sheet";

type Props = {
  /** Something here would be lost. */
  unsaved: boolean;
  /** A last try before it asks: true when nothing is lost any more. */
  keep?: () => Promise<boolean>;
};

/** Asks before somebody leaves what is not saved, be it for another address or for good. */
export function Leaving({ unsaved, keep }: Props) {
  const leaving = useBlocker({
    shouldBlockFn: async () => unsaved && !(await keep?.()),
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  return (
    <Dialog
      open={leaving.status === "blocked"}
      onClose={() => leaving.reset?.()}
      title={t("Leave without saving?")}
      foot={
        <>
          <Button kind="bad" onClick={() => leaving.proceed?.()}>
            {t("Leave")}
          </Button>
          <span className="grow" />
          <Button kind="ink" onClick={() => leaving.reset?.()}>
            {t("Stay")}
          </Button>
        </>
      }
    >
      <p>{t("What you changed here is not saved yet.")}</p>
    </Dialog>
  );
}
