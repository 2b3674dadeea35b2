import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Notice } from "@/components/ui/Notice";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { Failure } from "@/components/ui/States";
import { meQuery, useMay } from "@/features/accounts/api";
import { type Member, membersQuery } from "../api";
import { t } from "../locales";
import { AskDialog } from "../privacy/AskDialog";
import { ReadOnlyNotice } from "../ReadOnly";
import { InviteDialog } from "./InviteDialog";
import { MemberRow } from "./MemberRow";
import { RemoveDialog } from "./RemoveDialog";
import { RoleDialog } from "./RoleDialog";
import { RolesCard } from "./RolesCard";
import { nameOf } from "./words";

type Open = { what: "role" | "privacy" | "remove"; member: Member };

/** Who works here, and what they may do. */
export function TeamSection() {
  const mayManage = useMay("MANAGE_TEAM");
  const isVerified = useSuspenseQuery(meQuery).data.email_verified;
  const members = useQuery(membersQuery);
  const [inviting, setInviting] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);

  if (members.isError) {
    return (
      <Failure
        error={members.error}
        what={t("The team did not load. Everybody keeps their role.")}
        retry={() => void members.refetch()}
      />
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <div>
        {mayManage ? null : <ReadOnlyNotice />}
        {mayManage && !isVerified ? <Unconfirmed /> : null}
        <Card
          title={t("Members")}
          aside={
            mayManage && isVerified ? (
              <Button
                size="small"
                icon={<UserPlus className="size-4" strokeWidth={1.75} />}
                onClick={() => setInviting(true)}
              >
                {t("Invite")}
              </Button>
            ) : null
          }
          flush
        >
          {members.isPending ? <SkeletonRows rows={3} /> : null}
          <ul>
            {members.data?.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                onRole={() => setOpen({ what: "role", member })}
                onPrivacy={() => setOpen({ what: "privacy", member })}
                onRemove={() => setOpen({ what: "remove", member })}
              />
            ))}
          </ul>
          {members.data?.length === 1 && mayManage ? (
            <p className="border-t border-line px-5 py-3.5 text-ink-2">
              {t("You work alone so far. Whoever you invite sets a password of their own.")}
            </p>
          ) : null}
        </Card>
      </div>
      <RolesCard />
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
      {open?.what === "role" ? <RoleDialog member={open.member} onClose={close} /> : null}
      {open?.what === "privacy" && open.member.user_id ? (
        <AskDialog
          member={{ userId: open.member.user_id, name: nameOf(open.member) }}
          onClose={close}
        />
      ) : null}
      {open?.what === "remove" ? <RemoveDialog member={open.member} onClose={close} /> : null}
    </div>
  );
}

const Unconfirmed = () => (
  <Notice tone="plan" title={t("Confirm your e-mail before you invite somebody")} className="mb-4">
    <ButtonLink to="/settings/$section" params={{ section: "me" }} size="small" className="mt-2">
      {t("To your account")}
    </ButtonLink>
  </Notice>
);
