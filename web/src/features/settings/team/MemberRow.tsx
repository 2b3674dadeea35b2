import { Ellipsis } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { Menu, MenuItem, MenuLine } from "@/components/ui/Menu";
import { Monogram } from "@/components/ui/Monogram";
import { StatusPill } from "@/components/ui/StatusPill";
import { toast } from "@/components/ui/Toasts";
import { roleNames } from "@/features/shared/roles";
import { useBusiness } from "@/features/tenants/api";
import { day, dayOf } from "@/lib/dates";
import { type Member, useResendInvite, useUpdateMember } from "../api";
import { t } from "../locales";
import { useMayEdit } from "../ReadOnly";
import { isExpired, may, nameOf } from "./words";

type Props = {
  member: Member;
  onRole: () => void;
  onPrivacy: () => void;
  onRemove: () => void;
};

export function MemberRow({ member, ...acts }: Props) {
  return (
    <li className="flex items-start gap-3 border-t border-line px-5 py-3 first:border-0 max-tablet:px-4">
      <Monogram big name={nameOf(member)} />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium break-words">
          <span className="min-w-0 break-words">{nameOf(member)}</span>
          {member.you ? <span className="font-normal text-ink-3">{t("you")}</span> : null}
          <Standing member={member} />
        </p>
        <p className="text-sm text-ink-2 tablet:hidden">{roleNames[member.role]()}</p>
        <p className="text-sm break-words text-ink-3">
          <Since member={member} />
        </p>
        {member.role === "AGENT" ? <MaySend member={member} /> : null}
      </div>
      <span className="pt-0.5 text-ink-2 max-tablet:hidden">{roleNames[member.role]()}</span>
      <span className="flex w-7 shrink-0 max-tablet:-mt-1.5 max-tablet:w-11">
        <Acts member={member} {...acts} />
      </span>
    </li>
  );
}

function Standing({ member }: { member: Member }) {
  if (member.status === "DISABLED") {
    return (
      <StatusPill tone="quiet" shape="struck">
        {t("Disabled")}
      </StatusPill>
    );
  }
  if (member.status !== "INVITED") return null;
  return isExpired(member) ? (
    <StatusPill tone="late" shape="triangle">
      {t("Invitation expired")}
    </StatusPill>
  ) : (
    <StatusPill tone="plan" shape="clock">
      {t("Invited")}
    </StatusPill>
  );
}

/** Address, and when they were here or how long the link works. */
function Since({ member }: { member: Member }) {
  const { timezone, today } = useBusiness();
  const on = (instant: string) => day(dayOf(instant, timezone), today);
  if (member.status === "INVITED") {
    if (!member.invitation_ends_at) return null;
    return isExpired(member)
      ? t("The link worked until {day}", { day: on(member.invitation_ends_at) })
      : t("The link works until {day}", { day: on(member.invitation_ends_at) });
  }
  if (!member.last_seen_at || member.you) return member.email;
  return (
    <>
      <span className="block">{member.email}</span>
      {t("Last here {day}", { day: on(member.last_seen_at) })}
    </>
  );
}

/** An agent's leave to send, given and taken back here. */
function MaySend({ member }: { member: Member }) {
  const update = useUpdateMember();
  if (!may(member, "set_can_send")) {
    return (
      <p className="mt-1 text-sm text-ink-2">
        {member.can_send ? t("May send") : t("May not send")}
      </p>
    );
  }
  return (
    <label className="mt-1 flex min-h-8 items-center gap-2 text-sm max-tablet:min-h-11">
      <input
        type="checkbox"
        aria-label={t("{name} may send", { name: nameOf(member) })}
        className="size-4 accent-ink-fill"
        checked={update.isPending ? !member.can_send : member.can_send}
        disabled={update.isPending}
        onChange={(event) =>
          update.mutate(
            { member, body: { can_send: event.target.checked } },
            { onError: (error) => toast(error.message) },
          )
        }
      />
      {t("May send")}
    </label>
  );
}

function Acts({ member, onRole, onPrivacy, onRemove }: Props) {
  // of whoever is only invited there is nothing to copy yet
  const mayAsk = useMayEdit() && member.user_id !== null;
  const update = useUpdateMember();
  const resend = useResendInvite();
  const name = nameOf(member);

  function setStatus(of: Member, status: "ACTIVE" | "DISABLED") {
    update.mutate(
      { member: of, body: { status } },
      {
        onSuccess: (changed) =>
          status === "DISABLED"
            ? toast(t("{name} is locked out.", { name }), () => setStatus(changed, "ACTIVE"))
            : toast(t("{name} may come in again.", { name })),
        onError: (error) => toast(error.message),
      },
    );
  }

  if (!mayAsk && !["set_role", "remove", "enable"].some((act) => may(member, act))) return null;
  return (
    <Menu
      button={
        <Button
          kind="ghost"
          size="small"
          square
          aria-label={t("What to do with {name}", { name })}
          busy={update.isPending || resend.isPending}
          icon={<Ellipsis className="size-4" />}
        />
      }
    >
      {may(member, "resend_invite") ? (
        <MenuItem
          onSelect={() =>
            resend.mutate(member.id, {
              onSuccess: () => toast(t("A new link is on its way to {email}.", { email: name })),
              onError: (error) => toast(error.message),
            })
          }
        >
          {t("Send the invitation again")}
        </MenuItem>
      ) : null}
      {may(member, "set_role") ? (
        <MenuItem onSelect={onRole}>{t("Change the role")}</MenuItem>
      ) : null}
      {may(member, "enable") ? (
        <MenuItem onSelect={() => setStatus(member, "ACTIVE")}>{t("Enable")}</MenuItem>
      ) : null}
      {may(member, "disable") ? (
        <MenuItem onSelect={() => setStatus(member, "DISABLED")}>{t("Disable")}</MenuItem>
      ) : null}
      {mayAsk ? <MenuItem onSelect={onPrivacy}>{t("Copy or erase their data")}</MenuItem> : null}
      {may(member, "remove") ? (
        <>
          <MenuLine />
          <MenuItem bad onSelect={onRemove}>
            {member.status === "INVITED"
              ? t("Take back the invitation")
              : member.you
                ? t("Leave the business")
                : t("Remove")}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
