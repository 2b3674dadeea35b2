import { toast } from "@/components/ui/Toasts";
import { isApiError } from "@/lib/api/problem";
import { session } from "@/lib/api/session";
import { t } from "../locales";

/** Logs out from a menu, which is closed by the time that it may fail. */
export const logOut = (everywhere = false) =>
  session.logOut(everywhere).catch((error: unknown) => {
    toast(`${t("You are still signed in.")} ${isApiError(error) ? error.message : ""}`.trim());
  });
