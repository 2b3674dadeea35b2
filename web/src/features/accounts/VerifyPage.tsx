import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Spinner } from "@/components/ui/Spinner";
import { isApiError } from "@/lib/api/problem";
import { useResendVerification, verificationQuery } from "./api";
import { DoorLink, DoorPage } from "./DoorPage";
import { EmailForm } from "./EmailForm";
import { MailAgain } from "./MailAgain";

/** Where the mail's link leads, and what stands there until it is opened. */
export function VerifyPage() {
  const { token, email } = useSearch({ strict: false });
  if (token) return <Verifying token={token} />;
  if (email) return <CheckMail email={email} />;
  return <AskAgain title="Confirm your e-mail" />;
}

function CheckMail({ email }: { email: string }) {
  return (
    <DoorPage title="Check your mail">
      <p>
        A link to confirm <b className="font-semibold">{email}</b> is on its way. It works for 24
        hours; after that we send a new one.
      </p>
      <p className="text-ink-2">
        Nothing there after a minute? Look among unwanted mail. An address that has an account
        already gets no mail: <DoorLink to="/login">sign in</DoorLink> instead.
      </p>
      <MailAgain email={email} />
      <p className="text-ink-2">
        Wrong address? <DoorLink to="/register">Write it again</DoorLink>
      </p>
    </DoorPage>
  );
}

function Verifying({ token }: { token: string }) {
  const verification = useQuery(verificationQuery(token));
  if (verification.isSuccess) {
    return (
      <DoorPage title="Your e-mail is confirmed">
        <p>Now Duespark can write to your customers in your name.</p>
        <ButtonLink to="/home" kind="ink" className="h-11!">
          Continue
        </ButtonLink>
      </DoorPage>
    );
  }
  if (verification.isPending) {
    return (
      <DoorPage title="Confirming your e-mail">
        <p role="status" className="flex items-center gap-2 text-ink-2">
          <Spinner />
          One moment
        </p>
      </DoorPage>
    );
  }
  if (isApiError(verification.error) && verification.error.status === 422) {
    return <AskAgain title="This link does not work any more" used />;
  }
  return (
    <DoorPage title="Not confirmed yet">
      <Notice tone="late">{verification.error.message}</Notice>
      <Button
        kind="ink"
        className="h-11!"
        busy={verification.isFetching}
        onClick={() => void verification.refetch()}
      >
        Try again
      </Button>
    </DoorPage>
  );
}

function AskAgain({ title, used }: { title: string; used?: boolean }) {
  const resend = useResendVerification();
  const navigate = useNavigate();
  return (
    <DoorPage title={title}>
      {used ? (
        <p>
          It works once, for 24 hours. If you have opened it before, your address is confirmed:{" "}
          <DoorLink to="/login">sign in</DoorLink>.
        </p>
      ) : (
        <p>We mail you a link. Open it on any device.</p>
      )}
      <EmailForm
        act="Mail me a new link"
        send={async (email) => {
          await resend.mutateAsync(email);
          await navigate({ to: "/verify-email", search: { email } });
        }}
      />
    </DoorPage>
  );
}
