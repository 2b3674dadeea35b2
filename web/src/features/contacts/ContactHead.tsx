import { useNavigate } from "@tanstack/react-router";
import { Ellipsis, Pencil, Plus } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { Menu, MenuItem, MenuLine } from "@/components/ui/Menu";
import { Monogram } from "@/components/ui/Monogram";
import { StatusPill } from "@/components/ui/StatusPill";
import { toast } from "@/components/ui/Toasts";
import { useBusiness } from "@/features/tenants/api";
import { day, dayOf } from "@/lib/dates";
import { type Contact, useContactAct, usePauseReminders } from "./api";
import type { Dialogs } from "./ContactPage";
import { t } from "./locales";
import { habitOf, labelOf, mailSuppression, PaysPill, standings, types } from "./words";

type Props = { contact: Contact; onOpen: (dialog: Dialogs) => void };

export function ContactHead({ contact, onOpen }: Props) {
  const navigate = useNavigate();
  const may = (act: string) => contact.allowed_actions.includes(act);
  const restore = useContactAct("restore");
  return (
    <header className="mb-5 flex flex-wrap items-start gap-x-3 gap-y-4">
      <Monogram name={contact.display_name} big />
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="text-2xl font-bold tracking-[-0.022em] [overflow-wrap:anywhere]">
            {contact.display_name}
          </h1>
          <PaysPill
            status={contact.financial_summary.payment_status}
            billed={contact.financial_summary.total_invoices > 0}
          />
          <Waits contact={contact} />
        </div>
        <p className="mt-1 text-ink-2">
          {[typeOf(contact), contact.company_name, contact.city].filter(Boolean).join(", ")}
          {habitOf(contact) ? `. ${habitOf(contact)}` : null}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {may("restore") ? (
          <Button
            kind="ink"
            busy={restore.isPending}
            onClick={() => restore.mutate(contact.id, { onError: (error) => toast(error.message) })}
          >
            {t("Restore")}
          </Button>
        ) : null}
        {may("update") ? (
          <Button icon={<Pencil className="size-4" />} onClick={() => onOpen("edit")}>
            {t("Edit")}
          </Button>
        ) : null}
        {may("new_invoice") ? (
          <Button
            kind="ink"
            icon={<Plus className="size-4" />}
            onClick={() =>
              void navigate({
                to: ".",
                search: (now) => ({ ...now, draft: "new", contact: contact.id }),
              })
            }
          >
            {t("New invoice")}
          </Button>
        ) : null}
        <MoreActs contact={contact} onOpen={onOpen} />
      </div>
    </header>
  );
}

const typeOf = (contact: Contact) =>
  types().find((type) => type.key === contact.type)?.one ?? t("Customer");

/** What keeps messages from this contact: one pill, the strongest. */
function Waits({ contact }: { contact: Contact }) {
  const { today, timezone } = useBusiness();
  const until = contact.reminders_paused_until;
  const words = contact.deleted_at
    ? t("Deleted")
    : contact.status && contact.status !== "ACTIVE"
      ? labelOf(standings(), contact.status)
      : contact.reminders_paused
        ? until
          ? t("Reminders wait until {day}", { day: day(dayOf(until, timezone), today) })
          : t("Reminders wait")
        : contact.send_reminders === false
          ? t("No reminders")
          : null;
  return words ? (
    <StatusPill tone="plan" shape="bars">
      {words}
    </StatusPill>
  ) : null;
}

function MoreActs({ contact, onOpen }: Props) {
  const may = (act: string) => contact.allowed_actions.includes(act);
  const navigate = useNavigate();
  const resume = useContactAct("resumeReminders");
  const pause = usePauseReminders(contact.id);
  if (!["pause_reminders", "resume_reminders", "ask_privacy", "delete"].some(may)) return null;
  return (
    <Menu
      button={
        <Button
          kind="ghost"
          square
          aria-label={t("More acts")}
          busy={resume.isPending}
          icon={<Ellipsis className="size-4" />}
        />
      }
    >
      {may("pause_reminders") ? (
        <MenuItem onSelect={() => onOpen("pause")}>{t("Pause reminders")}</MenuItem>
      ) : null}
      {may("resume_reminders") ? (
        <MenuItem
          onSelect={() =>
            resume.mutate(contact.id, {
              onSuccess: () =>
                toast(t("Reminders go out again. What was missed is caught up with."), () =>
                  pause.mutate(contact.reminders_paused_until ?? null),
                ),
              onError: (error) => toast(error.message),
            })
          }
        >
          {t("Resume reminders")}
        </MenuItem>
      ) : null}
      {may("pause_reminders") || may("resume_reminders") ? (
        <MailItem contact={contact} onOpen={onOpen} />
      ) : null}
      {may("ask_privacy") ? (
        <MenuItem
          onSelect={() =>
            void navigate({
              to: "/settings/$section",
              params: { section: "privacy" },
              search: { subject: contact.id },
            })
          }
        >
          {t("Copy or erase their data")}
        </MenuItem>
      ) : null}
      {may("delete") ? (
        <>
          <MenuLine />
          <MenuItem bad onSelect={() => onOpen("delete")}>
            {t("Delete")}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}

/** Stops e-mail, or allows it again; what a bounce or a complaint stopped, with a word of why. */
function MailItem({ contact, onOpen }: Props) {
  const mute = useContactAct("muteMail");
  const unmute = useContactAct("unmuteMail");
  const stopped = mailSuppression(contact);
  const [act, back] = stopped ? [unmute, mute] : [mute, unmute];
  return (
    <MenuItem
      onSelect={() =>
        stopped && stopped.reason !== "MUTED"
          ? onOpen("allow-mail")
          : act.mutate(contact.id, {
              onSuccess: () =>
                toast(
                  stopped
                    ? t("E-mail may be sent to them again.")
                    : t("Nothing is sent to them by e-mail."),
                  () => back.mutate(contact.id),
                ),
              onError: (error) => toast(error.message),
            })
      }
    >
      {stopped ? t("Allow e-mail again") : t("Send no e-mail")}
    </MenuItem>
  );
}
