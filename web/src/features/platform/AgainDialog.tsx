import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { t } from "./locales";

type Act = { mutateAsync: () => Promise<unknown>; isPending: boolean; error: Error | null };
type Props = { act: Act; title: string; does: string; done: string; onClose: () => void };

/** Asks before an event is taken again. */
export function AgainDialog({ act, title, does, done, onClose }: Props) {
  async function go() {
    try {
      await act.mutateAsync();
    } catch {
      return; // it is said below
    }
    toast(done);
    onClose();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button onClick={onClose} disabled={act.isPending}>
            {t("Cancel")}
          </Button>
          <Button kind="ink" busy={act.isPending} onClick={() => void go()}>
            {does}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">
          {t(
            "It is taken as if it came now. What it led to before is not done twice: a payment is booked once for its reference.",
          )}
        </p>
        {act.error ? <Notice tone="late">{act.error.message}</Notice> : null}
      </div>
    </Dialog>
  );
}
