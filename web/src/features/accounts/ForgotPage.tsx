import { Button } from "@/components/ui/Button";
import { useForgotPassword } from "./api";
import { DoorLink, DoorPage } from "./DoorPage";
import { EmailForm } from "./EmailForm";

export function ForgotPage() {
  const forgot = useForgotPassword();
  if (forgot.isSuccess) {
    return (
      <DoorPage title="Check your mail">
        <p>
          If <b className="font-semibold">{forgot.variables}</b> has an account here, a link that
          sets a new password is on its way. It works once, for one hour.
        </p>
        <Button className="h-11!" onClick={forgot.reset}>
          Try another address
        </Button>
        <p className="text-ink-2">
          Remembered it? <DoorLink to="/login">Sign in</DoorLink>
        </p>
      </DoorPage>
    );
  }
  return (
    <DoorPage
      title="Set a new password"
      intro="We mail you a link. Until you use it your old password works."
    >
      <EmailForm act="Mail me a link" send={forgot.mutateAsync} />
      <p className="text-ink-2">
        Remembered it? <DoorLink to="/login">Sign in</DoorLink>
      </p>
    </DoorPage>
  );
}
