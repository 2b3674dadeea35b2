import { Button } from "@/components/ui/Button";
import { useForgotPassword } from "./api";
import { DoorLink, DoorPage } from "./DoorPage";
import { EmailForm } from "./EmailForm";
import { T, t } from "./locales";

export function ForgotPage() {
  const forgot = useForgotPassword();
  if (forgot.isSuccess) {
    return (
      <DoorPage title={t("Check your mail")}>
        <p>
          <T
            text="If {email} has an account here, a link that sets a new password is on its way. It works once, for one hour."
            email={<b className="font-semibold">{forgot.variables}</b>}
          />
        </p>
        <Button className="h-11!" onClick={forgot.reset}>
          {t("Try another address")}
        </Button>
        <p className="text-ink-2">
          <T text="Remembered it? {link}" link={<DoorLink to="/login">{t("Sign in")}</DoorLink>} />
        </p>
      </DoorPage>
    );
  }
  return (
    <DoorPage
      title={t("Set a new password")}
      intro={t("We mail you a link. Until you use it your old password works.")}
    >
      <EmailForm act={t("Mail me a link")} send={forgot.mutateAsync} />
      <p className="text-ink-2">
        <T text="Remembered it? {link}" link={<DoorLink to="/login">{t("Sign in")}</DoorLink>} />
      </p>
    </DoorPage>
  );
}
