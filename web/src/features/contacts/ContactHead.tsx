import { useNavigate } from "@tanstack/react-router";
import { Ellipsis, Pencil, Plus } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { Menu, MenuItem, MenuLine } from "@/components/ui/Menu";
import { Monogram } from "@/components/ui/Monogram";
import { StatusPill } from "@/components/ui/StatusPill";
import { toast } from "@/components/ui/Toasts";
import { useBusiness } from "@/features/tenants/api";
import { day, dayOf } from "@/lib/dates";
import { type Contact, useContactAct } from "./api";
import type { Dialogs } from "./ContactPage";
import { habitOf, labelOf, PaysPill, statuses, types } from "./words";

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
            Restore
          </Button>
        ) : null}
        {may("update") ? (
          <Button icon={<Pencil className="size-4" />} onClick={() => onOpen("edit")}>
            Edit
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
            New invoice
          </Button>
        ) : null}
        <MoreActs contact={contact} onOpen={onOpen} />
      </div>
    </header>
  );
}

const typeOf = (contact: Contact) =>
  types.find((type) => type.key === contact.type)?.one ?? "Customer";

/** What keeps messages from this contact: one pill, the strongest. */
function Waits({ contact }: { contact: Contact }) {
  const { today, timezone } = useBusiness();
  const until = contact.reminders_paused_until;
  const words = contact.deleted_at
    ? "Deleted"
    : contact.status && contact.status !== "ACTIVE"
      ? labelOf(statuses, contact.status).split(",")[0]
      : contact.reminders_paused
        ? until
          ? `Reminders wait until ${day(dayOf(until, timezone), today)}`
          : "Reminders wait"
        : contact.send_reminders === false
          ? "No reminders"
          : null;
  return words ? (
    <StatusPill tone="plan" shape="bars">
      {words}
    </StatusPill>
  ) : null;
}

function MoreActs({ contact, onOpen }: Props) {
  const may = (act: string) => contact.allowed_actions.includes(act);
  const resume = useContactAct("resumeReminders");
  if (!may("pause_reminders") && !may("resume_reminders") && !may("delete")) return null;
  return (
    <Menu
      button={
        <Button
          kind="ghost"
          square
          aria-label="More acts"
          busy={resume.isPending}
          icon={<Ellipsis className="size-4" />}
        />
      }
    >
      {may("pause_reminders") ? (
        <MenuItem onSelect={() => onOpen("pause")}>Pause reminders</MenuItem>
      ) : null}
      {may("resume_reminders") ? (
        <MenuItem
          onSelect={() =>
            resume.mutate(contact.id, {
              onSuccess: () => toast("Reminders go out again. What was missed is caught up with."),
              onError: (error) => toast(error.message),
            })
          }
        >
          Resume reminders
        </MenuItem>
      ) : null}
      {may("delete") ? (
        <>
          <MenuLine />
          <MenuItem bad onSelect={() => onOpen("delete")}>
            Delete
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
