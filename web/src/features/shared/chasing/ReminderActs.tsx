import { Ellipsis } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Menu, MenuItem } from "@/components/ui/Menu";
import { toast } from "@/components/ui/Toasts";
import type { Reminder } from "@/features/reminders/api";
import { may } from "../invoiceStatus";
import { t } from "../locales";
import { stepName } from "../reminderWords";
import { useDecide, useRestore, useSkip } from "./acts";

const ReadDialog = lazy(async () => ({ default: (await import("./ReadDialog")).ReadDialog }));
const MoveDialog = lazy(async () => ({ default: (await import("./MoveDialog")).MoveDialog }));
const SendNow = lazy(async () => ({ default: (await import("./RemindDialog")).SendNow }));

type Open = "read" | "move" | "send" | null;

/** What a person may do with one reminder: read, move, leave out, send; only what the API allows. */
export function ReminderActs({ reminder }: { reminder: Reminder }) {
  const [open, setOpen] = useState<Open>(null);
  const skip = useSkip();
  const restore = useRestore();
  const decide = useDecide();
  const close = () => setOpen(null);
  const of = `${stepName(reminder.step_key)}, ${reminder.invoice_number}`;
  const isAhead = reminder.status === "SCHEDULED" || reminder.status === "HELD";
  if (!isAhead && !may(reminder, "restore")) return null;

  const leaveOut = () =>
    skip.mutate(reminder, {
      onSuccess: (skipped) =>
        toast(
          t("{step} is left out.", { step: stepName(reminder.step_key) }),
          may(skipped, "restore") ? () => restore.mutate(skipped) : undefined,
        ),
    });

  return (
    <fieldset
      aria-label={of}
      className="flex flex-wrap items-center gap-1 max-tablet:[&>button]:px-2.5"
    >
      {isAhead ? (
        <Button size="small" onClick={() => setOpen("read")}>
          {t("Read it")}
        </Button>
      ) : null}
      {may(reminder, "decide") ? (
        <Button
          size="small"
          busy={decide.isPending}
          onClick={() => decide.mutate({ id: reminder.id, answer: "SEND" })}
        >
          {t("It still goes")}
        </Button>
      ) : null}
      {may(reminder, "decide") ? (
        <Button
          size="small"
          kind="ghost"
          disabled={decide.isPending}
          onClick={() => decide.mutate({ id: reminder.id, answer: "SKIP" })}
        >
          {t("Leave it out")}
        </Button>
      ) : null}
      {may(reminder, "update") ? (
        <Button size="small" kind="ghost" onClick={() => setOpen("move")}>
          {t("Move @act")}
        </Button>
      ) : null}
      {may(reminder, "skip") && !may(reminder, "decide") ? (
        <Button size="small" kind="ghost" busy={skip.isPending} onClick={leaveOut}>
          {t("Skip @act")}
        </Button>
      ) : null}
      {may(reminder, "restore") ? (
        <Button size="small" busy={restore.isPending} onClick={() => restore.mutate(reminder)}>
          {t("Send it after all")}
        </Button>
      ) : null}
      {may(reminder, "send_now") ? (
        <Menu
          button={
            <Button
              size="small"
              kind="ghost"
              square
              aria-label={t("More for {reminder}", { reminder: of })}
              icon={<Ellipsis className="size-4" />}
            />
          }
        >
          <MenuItem onSelect={() => setOpen("read")}>{t("Change tone")}</MenuItem>
          <MenuItem onSelect={() => setOpen("send")}>{t("Send now")}</MenuItem>
        </Menu>
      ) : null}
      <Suspense>
        {open === "read" ? <ReadDialog reminder={reminder} onClose={close} /> : null}
        {open === "move" ? <MoveDialog reminder={reminder} onClose={close} /> : null}
        {open === "send" ? <SendNow reminder={reminder} onClose={close} /> : null}
      </Suspense>
    </fieldset>
  );
}
