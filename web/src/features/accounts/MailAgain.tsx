import { MailCheck } from "lucide-react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { useResendVerification } from "./api";
import { t } from "./locales";

/** Mails the link that confirms an address once more. */
export function MailAgain({ email }: { email: string }) {
  const resend = useResendVerification();
  return (
    <>
      {resend.isSuccess ? (
        <Notice tone="paid">{t("A new link is on its way. It works for 24 hours.")}</Notice>
      ) : null}
      {resend.isError ? <Notice tone="late">{resend.error.message}</Notice> : null}
      <Button
        className="h-11!"
        busy={resend.isPending}
        icon={<MailCheck className="size-4" strokeWidth={1.75} />}
        onClick={() => resend.mutate(email)}
      >
        {t("Send the mail again")}
      </Button>
    </>
  );
}
