import { Button } from "@/components/ui/Button";
import { Empty, Failure } from "@/components/ui/States";
import { session } from "@/lib/api/session";
import { isClosed, wantsLogin } from "./api";
import { t } from "./locales";

type Props = { error: unknown; what: string; retry: () => void };

/** Why there is nothing to see: another person, an old login, or a failure. */
export function Closed({ error, what, retry }: Props) {
  if (wantsLogin(error)) {
    return (
      <Empty
        title={t(
          "Your login is older than 12 hours. Log in again to see what concerns all businesses.",
        )}
      >
        {/* the page's way in then asks who it is, and leads back here */}
        <Button kind="ink" onClick={() => void session.logOut()}>
          {t("Log in again")}
        </Button>
      </Empty>
    );
  }
  if (isClosed(error)) {
    return (
      <Empty
        title={t(
          "This page is for the staff of the platform. Whoever runs the installation gives that role.",
        )}
      />
    );
  }
  return <Failure error={error} what={what} retry={retry} />;
}
