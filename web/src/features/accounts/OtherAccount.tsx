import { useMutation } from "@tanstack/react-query";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { session } from "@/lib/api/session";
import { T, t } from "./locales";

type Props = { mine: string; theirs: string; onOut: () => unknown };

/** An invitation lets in the account of its own address, not whoever is signed in on this device. */
export function OtherAccount({ mine, theirs, onOut }: Props) {
  const logOut = useMutation({ mutationFn: () => session.logOut(), onSuccess: onOut });
  return (
    <>
      <p>
        <T
          text="You are signed in as {mine}, and this invitation is for {theirs}."
          mine={<b className="font-semibold break-words">{mine}</b>}
          theirs={<b className="font-semibold break-words">{theirs}</b>}
        />
      </p>
      {logOut.isError ? <Notice tone="late">{logOut.error.message}</Notice> : null}
      <Button kind="ink" className="h-11!" busy={logOut.isPending} onClick={() => logOut.mutate()}>
        {t("Log out and go on")}
      </Button>
      <ButtonLink to="/home" className="h-11!">
        {t("Stay as I am")}
      </ButtonLink>
    </>
  );
}
