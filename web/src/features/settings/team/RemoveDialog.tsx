import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { type Member, useRemoveMember } from "../api";
import { t } from "../locales";
import { nameOf } from "./words";

/** What is asked before somebody is out; of oneself it means leaving. */
function words(member: Member) {
  const name = nameOf(member);
  if (member.status === "INVITED") {
    return {
      title: t("Take back the invitation of {email}?", { email: name }),
      about: t("The links in their mails stop working at once."),
      act: t("Take it back"),
      done: t("The invitation of {email} is taken back.", { email: name }),
    };
  }
  if (member.you) {
    return {
      title: t("Leave the business?"),
      about: t("You are logged out here. Only a new invitation lets you in again."),
      act: t("Leave"),
      done: t("You have left the business."),
    };
  }
  return {
    title: t("Remove {name}?", { name }),
    about: t("They are out at once. What they wrote and sent stays, under their name."),
    act: t("Remove"),
    done: t("{name} is removed.", { name }),
  };
}

export function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const remove = useRemoveMember();
  const { title, about, act, done } = words(member);
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button
            kind="bad"
            busy={remove.isPending}
            onClick={() =>
              remove.mutate(member, {
                onSuccess: () => {
                  toast(done);
                  onClose();
                },
              })
            }
          >
            {act}
          </Button>
          <span className="grow" />
          <Button kind="ink" onClick={onClose}>
            {t("Cancel")}
          </Button>
        </>
      }
    >
      <p>{about}</p>
      {remove.isError ? (
        <Notice tone="late" className="mt-3">
          {remove.error.message}
        </Notice>
      ) : null}
    </Dialog>
  );
}
