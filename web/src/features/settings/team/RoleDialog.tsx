import { useForm, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { roleNames } from "@/features/shared/roles";
import { showRefusal } from "@/lib/forms";
import { type Member, useUpdateMember } from "../api";
import { t } from "../locales";
import { RoleFields, type RoleValues } from "./RoleFields";
import { nameOf } from "./words";

export function RoleDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const update = useUpdateMember();
  const form = useForm<RoleValues>({
    defaultValues: {
      role: member.role,
      can_send: member.role === "AGENT" && member.can_send,
    },
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  const role = useWatch({ control: form.control, name: "role" });
  const name = nameOf(member);
  const submit = form.handleSubmit(async ({ role, can_send }) => {
    try {
      await update.mutateAsync({
        member,
        body: { role, ...(role === "AGENT" ? { can_send } : {}) },
      });
      toast(t("{name} has the role {role} now.", { name, role: roleNames[role]() }));
      onClose();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Role of {name}", { name })}
      foot={
        <>
          <Button type="submit" form="role" kind="ink" busy={isSubmitting} disabled={!isDirty}>
            {t("Save")}
          </Button>
          <Button kind="ghost" onClick={onClose}>
            {t("Cancel")}
          </Button>
        </>
      }
    >
      <form id="role" noValidate onSubmit={submit} className="flex flex-col gap-4">
        {member.you ? (
          <Notice tone="plan">
            {t("This is your own role. With less you cannot give it back to yourself.")}
          </Notice>
        ) : null}
        <RoleFields register={form.register} role={role} />
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      </form>
    </Dialog>
  );
}
