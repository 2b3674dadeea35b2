import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Spinner } from "@/components/ui/Spinner";
import { roleMay, roleNames } from "@/features/shared/roles";
import { isApiError } from "@/lib/api/problem";
import { type Invitation, invitationQuery, useAcceptInvitation } from "./api";
import { DoorPage } from "./DoorPage";
import { T, t } from "./locales";
import { NewcomerForm } from "./NewcomerForm";
import { OtherAccount } from "./OtherAccount";
import { PasswordForm } from "./PasswordForm";

/** Where the mail of an invitation leads. */
export function InvitationPage() {
  const token = useSearch({ strict: false, select: (search) => search.token });
  return token ? <Reading token={token} /> : <InvitationIsOver />;
}

function Reading({ token }: { token: string }) {
  const read = useQuery(invitationQuery(token));
  const accept = useAcceptInvitation();
  if (isOver(read.error) || isOver(accept.error)) return <InvitationIsOver />;
  if (read.isPending) {
    return (
      <DoorPage title={t("Your invitation")}>
        <p role="status" className="flex items-center gap-2 text-ink-2">
          <Spinner />
          {t("One moment")}
        </p>
      </DoorPage>
    );
  }
  if (read.isError) {
    return (
      <DoorPage title={t("Your invitation")}>
        <Notice tone="late">{read.error.message}</Notice>
        <Button
          kind="ink"
          className="h-11!"
          busy={read.isFetching}
          onClick={() => void read.refetch()}
        >
          {t("Try again")}
        </Button>
      </DoorPage>
    );
  }

  const { me, invitation } = read.data;
  const join = (body: object) => accept.mutateAsync({ token, ...body });
  return (
    <DoorPage
      title={t("Join {business}", { business: invitation.business })}
      intro={<Asked invitation={invitation} />}
    >
      {me && me.email !== invitation.email ? (
        <OtherAccount mine={me.email} theirs={invitation.email} onOut={read.refetch} />
      ) : me ? (
        <SignedIn name={me.display_name} accept={accept} token={token} />
      ) : invitation.has_account ? (
        <PasswordForm email={invitation.email} join={join} />
      ) : (
        <NewcomerForm email={invitation.email} join={join} />
      )}
    </DoorPage>
  );
}

const Asked = ({ invitation }: { invitation: Invitation }) => (
  <>
    <p>
      <T
        text="{inviter} invites you. Your role is {role}."
        inviter={<b className="font-semibold">{invitation.invited_by}</b>}
        role={<b className="font-semibold">{roleNames[invitation.role]()}</b>}
      />
    </p>
    <p>{roleMay[invitation.role]()}</p>
  </>
);

type SignedInProps = {
  name: string;
  token: string;
  accept: ReturnType<typeof useAcceptInvitation>;
};

function SignedIn({ name, token, accept }: SignedInProps) {
  return (
    <>
      {accept.isError ? <Notice tone="late">{accept.error.message}</Notice> : null}
      <Button
        kind="ink"
        className="h-11!"
        busy={accept.isPending || accept.isSuccess}
        onClick={() => accept.mutate({ token })}
      >
        {t("Join as {name}", { name })}
      </Button>
    </>
  );
}

const isOver = (error: unknown) =>
  isApiError(error) && error.status === 422 && error.fieldMessage("token") !== undefined;

function InvitationIsOver() {
  return (
    <DoorPage title={t("This invitation does not work any more")}>
      <p>
        {t(
          "It works once, for seven days, unless it is taken back. If you have accepted it, sign in; if not, ask whoever invited you for a new one.",
        )}
      </p>
      <ButtonLink to="/login" kind="ink" className="h-11!">
        {t("Sign in")}
      </ButtonLink>
    </DoorPage>
  );
}
