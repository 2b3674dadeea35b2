import { useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { Menu, MenuItem, MenuLine } from "@/components/ui/Menu";
import { toast } from "@/components/ui/Toasts";
import type { AboutChasing } from "@/features/shared/chasing/InvoiceDialogs";
import { may } from "@/features/shared/invoiceStatus";
import { type Invoice, useAct } from "./api";
import { t } from "./locales";

/** What a dialog asks about first. */
export type Asked = "send" | "payment" | "void" | "write-off" | AboutChasing;

type Props = { invoice: Invoice; onOpen: (what: Asked) => void };

/** What is done to an invoice less often; what can be taken back says so for a while. */
export function InvoiceMenu({ invoice, onOpen }: Props) {
  const navigate = useNavigate();
  const pause = useAct("pauseReminders");
  const resume = useAct("resumeReminders");
  const unschedule = useAct("unschedule");
  const markSent = useAct("markSent");
  const duplicate = useAct("duplicate");
  const { id } = invoice;
  return (
    <Menu
      button={
        <Button
          kind="ghost"
          square
          aria-label={t("More acts")}
          icon={<Ellipsis className="size-4" />}
        />
      }
    >
      {may(invoice, "promise") ? (
        <MenuItem onSelect={() => onOpen("promise")}>{t("Promise to pay")}</MenuItem>
      ) : null}
      {may(invoice, "dispute") ? (
        <MenuItem onSelect={() => onOpen("dispute")}>{t("Dispute @act")}</MenuItem>
      ) : null}
      {may(invoice, "promise") ? (
        <MenuItem onSelect={() => onOpen("policy")}>{t("Reminder policy")}</MenuItem>
      ) : null}
      {may(invoice, "pause_reminders") ? (
        <MenuItem
          onSelect={() =>
            pause.mutate(id, {
              onSuccess: () => toast(t("Reminders are paused."), () => resume.mutate(id)),
            })
          }
        >
          {t("Pause reminders")}
        </MenuItem>
      ) : null}
      {may(invoice, "resume_reminders") ? (
        <MenuItem
          onSelect={() =>
            resume.mutate(id, {
              onSuccess: () => toast(t("Reminders go out again."), () => pause.mutate(id)),
            })
          }
        >
          {t("Resume reminders")}
        </MenuItem>
      ) : null}
      {may(invoice, "unschedule") ? (
        <MenuItem onSelect={() => unschedule.mutate(id)}>{t("Back to draft")}</MenuItem>
      ) : null}
      {may(invoice, "mark_sent") ? (
        <MenuItem onSelect={() => markSent.mutate(id)}>{t("Mark as sent")}</MenuItem>
      ) : null}
      {may(invoice, "duplicate") ? (
        <MenuItem
          onSelect={() =>
            duplicate.mutate(id, {
              onSuccess: (copy) =>
                void navigate({ to: ".", search: (now) => ({ ...now, draft: copy.id }) }),
            })
          }
        >
          {t("Duplicate")}
        </MenuItem>
      ) : null}
      {may(invoice, "void") || may(invoice, "write_off") ? <MenuLine /> : null}
      {may(invoice, "write_off") ? (
        <MenuItem onSelect={() => onOpen("write-off")}>{t("Write off")}</MenuItem>
      ) : null}
      {may(invoice, "void") ? (
        <MenuItem bad onSelect={() => onOpen("void")}>
          {t("Void @act")}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
