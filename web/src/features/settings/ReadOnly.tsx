import { Notice } from "@/components/ui/Notice";
import { useBusiness } from "@/features/tenants/api";
import { t } from "./locales";

/** Whether the person may change the business and what belongs to it. */
export const useMayEdit = () => useBusiness().allowed_actions.includes("update");

export const ReadOnlyNotice = () => (
  <Notice className="mb-4">
    {t("Your role reads this. An owner or administrator of the business can change it.")}
  </Notice>
);
