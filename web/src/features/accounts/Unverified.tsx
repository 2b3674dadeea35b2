import { Button } from "@/components/ui/Button";
import { DoorPage } from "./DoorPage";
import { T, t } from "./locales";
import { MailAgain } from "./MailAgain";

/** Signed in, with an address that nobody has confirmed yet (AUT-02). */
export function Unverified({ email, onContinue }: { email: string; onContinue: () => void }) {
  return (
    <DoorPage title={t("Confirm your e-mail")}>
      <p>
        <T
          text="We sent a link to {email}. Until you open it you can set up everything, but nothing is sent to customers and no payment account is connected."
          email={<b className="font-semibold">{email}</b>}
        />
      </p>
      <MailAgain email={email} />
      <Button kind="ink" className="h-11!" onClick={onContinue}>
        {t("Continue without it")}
      </Button>
    </DoorPage>
  );
}
