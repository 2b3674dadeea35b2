import { Link } from "@tanstack/react-router";
import { useBusiness } from "@/features/tenants/api";
import { t } from "./locales";

/** To every change of one object, for those who may read the audit log. */
export function LogLink({ id }: { id: string }) {
  if (!useBusiness().allowed_actions.includes("update")) return null;
  return (
    <Link
      to="/settings/$section"
      params={{ section: "audit-log" }}
      search={{ entity_id: id }}
      className="text-sm text-ink-2 underline decoration-line-2 underline-offset-3 hover:decoration-current"
    >
      {t("All changes")}
    </Link>
  );
}
