import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/Field";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { type Contact, useAllowMail, useContactAct } from "./api";
import { t } from "./locales";
import { mailSuppression, whyNot } from "./words";

const LONGEST_NOTE = 500;

/** A message came back, or they asked for no more: whoever writes again says why. */
export function AllowMailDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const [note, setNote] = useState("");
  const allow = useAllowMail(contact.id);
  const mute = useContactAct("muteMail");
  const form = useId();
  const why = mailSuppression(contact);

  function submit() {
    allow.mutate(note.trim(), {
      onSuccess: () => {
        toast(t("E-mail may be sent to them again."), () => mute.mutate(contact.id));
        onClose();
      },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Allow e-mail to {name} again", { name: contact.display_name })}
      foot={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button
            kind="ink"
            type="submit"
            form={form}
            busy={allow.isPending}
            disabled={note.trim() === ""}
          >
            {t("Allow e-mail again")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {why ? <p className="text-ink-2">{whyNot(why)}</p> : null}
        <TextArea
          label={t("Why they may be written to again")}
          hint={t("It stays in the audit log, with your name.")}
          error={allow.error?.message}
          required
          maxLength={LONGEST_NOTE}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
