import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { meQuery } from "@/features/accounts/api";
import { type Contact, useContactAct, useDeleteContact } from "./api";
import { t } from "./locales";

/** Those who may take a deletion back (the API's own rule for restoring). */
const restorers = ["ADMIN", "OWNER"];

export function DeleteDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const role = useSuspenseQuery(meQuery).data.active?.role ?? "";
  const navigate = useNavigate();
  const remove = useDeleteContact();
  const restore = useContactAct("restore");

  async function undo() {
    await restore.mutateAsync(contact.id);
    await navigate({ to: "/contacts/$id", params: { id: contact.id } });
  }

  function submit() {
    remove.mutate(contact.id, {
      onSuccess: () => {
        toast(
          t("{name} is deleted.", { name: contact.display_name }),
          restorers.includes(role) ? () => void undo() : undefined,
        );
        void navigate({ to: "/contacts", search: {} });
      },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Delete {name}?", { name: contact.display_name })}
      foot={
        <>
          <Button kind="bad" busy={remove.isPending} onClick={submit}>
            {t("Delete")}
          </Button>
          <span className="grow" />
          <Button kind="ink" onClick={onClose}>
            {t("Keep {name}", { name: contact.display_name })}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">
        {t(
          "They leave your lists and get no more reminders. Their invoices and payments stay in your books.",
        )}
      </p>
      {remove.error ? (
        <p role="alert" className="mt-3 text-sm text-late">
          {remove.error.message}
        </p>
      ) : null}
    </Dialog>
  );
}
