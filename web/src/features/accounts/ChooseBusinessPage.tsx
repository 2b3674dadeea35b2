import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { Monogram } from "@/components/ui/Monogram";
import { Notice } from "@/components/ui/Notice";
import { Spinner } from "@/components/ui/Spinner";
import { roleNames } from "@/features/shared/roles";
import { session } from "@/lib/api/session";
import { type Me, meQuery } from "./api";
import { DoorPage } from "./DoorPage";
import { within } from "./fields";
import { t } from "./locales";

type Membership = Me["memberships"][number];

/** Behind the door, for whoever works in several businesses, or in none any more. */
export function ChooseBusinessPage() {
  const me = useSuspenseQuery(meQuery).data;
  const next = useSearch({ strict: false, select: (search) => search.next });
  const router = useRouter();
  const open = useMutation({
    mutationFn: async ({ tenant_id }: Membership) => {
      // the page that was asked for belongs to the business of the session
      if (tenant_id === me.active?.tenant_id) router.history.push(within(next));
      else await session.switchTo(tenant_id);
    },
  });
  if (me.memberships.length === 0) return <NoBusiness />;
  return (
    <DoorPage title={t("Choose a business")} intro={t("You can switch at any time, at the top.")}>
      <ul className="overflow-hidden rounded-card border border-line bg-surface shadow-1">
        {me.memberships.map((membership) => (
          <li key={membership.tenant_id} className="border-t border-line first:border-0">
            <button
              type="button"
              disabled={open.isPending}
              onClick={() => open.mutate(membership)}
              className="flex min-h-[60px] w-full items-center gap-3 px-4 py-2 text-left outline-offset-[-2px] hover:bg-sunken disabled:opacity-55"
            >
              <Monogram big name={membership.name} />
              <span className="min-w-0 grow">
                <b className="block font-semibold break-words">{membership.name}</b>
                <span className="text-sm text-ink-3">
                  {membership.kind === "TEST"
                    ? t("{role}, to try things", { role: roleNames[membership.role]() })
                    : roleNames[membership.role]()}
                </span>
              </span>
              {open.isPending && open.variables.tenant_id === membership.tenant_id ? (
                <Spinner />
              ) : (
                <ChevronRight className="size-4 shrink-0 text-ink-3" />
              )}
            </button>
          </li>
        ))}
      </ul>
      {open.isError ? <Notice tone="late">{open.error.message}</Notice> : null}
      <LogOut />
    </DoorPage>
  );
}

function NoBusiness() {
  return (
    <DoorPage title={t("You are in no business")}>
      <p>
        {t(
          "Your account is still there. Ask an owner or administrator to let you in again, or to invite you.",
        )}
      </p>
      <LogOut />
    </DoorPage>
  );
}

function LogOut() {
  const logOut = useMutation({ mutationFn: () => session.logOut() });
  return (
    <>
      {logOut.isError ? <Notice tone="late">{logOut.error.message}</Notice> : null}
      <Button className="h-11!" busy={logOut.isPending} onClick={() => logOut.mutate()}>
        {t("Log out")}
      </Button>
    </>
  );
}
