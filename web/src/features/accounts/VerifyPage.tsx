import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Spinner } from "@/components/ui/Spinner";
import { isApiError } from "@/lib/api/problem";
import { useResendVerification, verificationQuery } from "./api";
import { DoorLink, DoorPage } from "./DoorPage";
import { EmailForm } from "./EmailForm";
import { T, t } from "./locales";
import { MailAgain } from "./MailAgain";

/** Where the mail's link leads, and what stands there until it is opened. */
export function VerifyPage() {
  const { token, email } = useSearch({ strict: false });
  if (token) return <Verifying token={token} />;
  if (email) return <CheckMail email={email} />;
  return <AskAgain title={t("Confirm your e-mail")} />;
}

function CheckMail({ email }: { email: string }) {
  return (
    <DoorPage title={t("Check your mail")}>
      <p>
        <T
          text="A link to confirm {email} is on its way. It works for 24 hours; after that we send a new one."
          email={<b className="font-semibold">{email}</b>}
        />
      </p>
      <p className="text-ink-2">
        <T
          text="Nothing there after a minute? Look among unwanted mail. An address that has an account already gets no mail: {link} instead."
          link={<DoorLink to="/login">{t("sign in")}</DoorLink>}
        />
      </p>
      <MailAgain email={email} />
      <p className="text-ink-2">
        <T
          text="Wrong address? {link}"
          link={<DoorLink to="/register">{t("Write it again")}</DoorLink>}
        />
      </p>
    </DoorPage>
  );
}

function Verifying({ token }: { token: string }) {
  const verification = useQuery(verificationQuery(token));
  if (verification.isSuccess) {
    return (
      <DoorPage title={t("Your e-mail is confirmed")}>
        <p>{t("Now Duespark can write to your customers in your name.")}</p>
        <ButtonLink to="/home" kind="ink" className="h-11!">
          {t("Continue")}
        </ButtonLink>
      </DoorPage>
    );
  }
  if (verification.isPending) {
    return (
      <DoorPage title={t("Confirming your e-mail")}>
        <p role="status" className="flex items-center gap-2 text-ink-2">
          <Spinner />
          {t("One moment")}
        </p>
      </DoorPage>
    );
  }
  if (isApiError(verification.error) && verification.error.status === 422) {
    return <AskAgain title={t("This link does not work any more")} used />;
  }
  return (
    <DoorPage title={t("Not confirmed yet")}>
      <Notice tone="late">{verification.error.message}</Notice>
      <Button
        kind="ink"
        className="h-11!"
        busy={verification.isFetching}
        onClick={() => void verification.refetch()}
      >
        {t("Try again")}
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
          <T
            text="It works once, for 24 hours. If you have opened it before, your address is confirmed: {link}."
            link={<DoorLink to="/login">{t("sign in")}</DoorLink>}
          />
        </p>
      ) : (
        <p>{t("We mail you a link. Open it on any device.")}</p>
      )}
      <EmailForm
        act={t("Mail me a new link")}
        send={async (email) => {
          await resend.mutateAsync(email);
          await navigate({ to: "/verify-email", search: { email } });
        }}
      />
    </DoorPage>
  );
}
