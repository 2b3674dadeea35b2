import { zodResolver } from "@hookform/resolvers/zod";
import { type UseFormRegister, useForm, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Dialog } from "@/components/ui/Sheet";
import { toast } from "@/components/ui/Toasts";
import { roles } from "@/features/shared/roles";
import { showRefusal } from "@/lib/forms";
import { z } from "@/lib/zod";
import { useInvite } from "../api";
import { says, t } from "../locales";
import { RoleFields, type RoleValues } from "./RoleFields";

const schema = z.object({
  email: z
    .string()
    .trim()
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, says("Write an address like name@example.com."))
    .max(254, says("Use at most {most} characters.", { most: 254 })),
  role: z.enum(roles),
  can_send: z.boolean(),
});

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const invite = useInvite();
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { email: "", role: "STAFF" as const, can_send: false },
  });
  const { errors, isSubmitting } = form.formState;
  const role = useWatch({ control: form.control, name: "role" });
  const submit = form.handleSubmit(async ({ email, role, can_send }) => {
    try {
      await invite.mutateAsync({ email, role, can_send: role === "AGENT" && can_send });
      toast(t("The invitation to {email} is on its way.", { email }));
      onClose();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Invite somebody")}
      foot={
        <>
          <Button type="submit" form="invite" kind="spark" busy={isSubmitting}>
            {t("Send the invitation")}
          </Button>
          <Button kind="ghost" onClick={onClose}>
            {t("Cancel")}
          </Button>
        </>
      }
    >
      <form id="invite" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t("E-mail")}
          hint={t("A link goes there. It works once, for seven days.")}
          type="email"
          autoComplete="off"
          error={errors.email?.message}
          {...form.register("email")}
        />
        <RoleFields
          register={form.register as unknown as UseFormRegister<RoleValues>}
          role={role}
        />
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      </form>
    </Dialog>
  );
}
