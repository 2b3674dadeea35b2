import { Card } from "@/components/ui/Card";
import { roleMay, roleNames, roles } from "@/features/shared/roles";
import { t } from "../locales";

export const RolesCard = () => (
  <Card title={t("What each role may do")} flush>
    <dl>
      {roles.map((role) => (
        <div
          key={role}
          className="grid gap-x-4 border-t border-line px-5 py-3 first:border-0 tablet:grid-cols-[140px_minmax(0,1fr)]"
        >
          <dt className="font-medium">{roleNames[role]()}</dt>
          <dd className="text-ink-2">{roleMay[role]()}</dd>
        </div>
      ))}
    </dl>
  </Card>
);
