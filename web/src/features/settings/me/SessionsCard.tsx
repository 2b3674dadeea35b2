import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Notice } from "@/components/ui/Notice";
import { session } from "@/lib/api/session";
import { t } from "../locales";

export function SessionsCard() {
  const logOut = useMutation({ mutationFn: (everywhere: boolean) => session.logOut(everywhere) });
  return (
    <Card title={t("Signed in")}>
      <div className="flex flex-wrap gap-2">
        <Button
          busy={logOut.isPending && !logOut.variables}
          disabled={logOut.isPending}
          onClick={() => logOut.mutate(false)}
        >
          {t("Log out")}
        </Button>
        <Button
          busy={logOut.isPending && logOut.variables}
          disabled={logOut.isPending}
          onClick={() => logOut.mutate(true)}
        >
          {t("Log out everywhere")}
        </Button>
      </div>
      <p className="mt-2 text-sm text-ink-3">{t("Everywhere: this device and every other one.")}</p>
      {logOut.isError ? (
        <Notice tone="late" className="mt-3">
          {logOut.error.message}
        </Notice>
      ) : null}
    </Card>
  );
}
