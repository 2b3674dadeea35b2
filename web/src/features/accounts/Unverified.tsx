import { Button } from "@/components/ui/Button";
import { DoorPage } from "./DoorPage";
import { MailAgain } from "./MailAgain";

/** Signed in, with an address that nobody has confirmed yet (AUT-02). */
export function Unverified({ email, onContinue }: { email: string; onContinue: () => void }) {
  return (
    <DoorPage title="Confirm your e-mail">
      <p>
        We sent a link to <b className="font-semibold">{email}</b>. Until you open it you can set up
        everything, but nothing is sent to customers and no payment account is connected.
      </p>
      <MailAgain email={email} />
      <Button kind="ink" className="h-11!" onClick={onContinue}>
        Continue without it
      </Button>
    </DoorPage>
  );
}
