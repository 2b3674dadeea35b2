import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Notice } from "@/components/ui/Notice";
import { session } from "@/lib/api/session";
import { T, t } from "../locales";

export function SessionsCard() {
  const logOut = useMutation({ mutationFn: () => session.logOut() });
  return (
    <Card title={t("Signed in")}>
      <Button busy={logOut.isPending} onClick={() => logOut.mutate()}>
        {t("Log out")}
      </Button>
      <p className="mt-2 text-sm text-ink-3">
        <T
          text="Your other devices are under {link}."
          link={
            <Link to="/settings/$section" params={{ section: "security" }} className="underline">
              {t("Security")}
            </Link>
          }
        />
      </p>
      {logOut.isError ? (
        <Notice tone="late" className="mt-3">
          {logOut.error.message}
        </Notice>
      ) : null}
    </Card>
  );
}
