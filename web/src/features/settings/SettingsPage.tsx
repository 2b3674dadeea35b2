import { useParams } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import type { ComponentType } from "react";
import { ButtonLink } from "@/components/ui/Button";
import { Empty } from "@/components/ui/States";
import { cx } from "@/lib/cx";
import { usePageTitle } from "@/lib/usePageTitle";
import { ApiKeysSection } from "./apikeys/ApiKeysSection";
import { AuditSection } from "./audit/AuditSection";
import { BusinessSection } from "./business/BusinessSection";
import { DataSection } from "./data/DataSection";
import { t } from "./locales";
import { MeSection } from "./me/MeSection";
import { NumberingSection } from "./numbering/NumberingSection";
import { PaymentsSection } from "./payments/PaymentsSection";
import { PrivacySection } from "./privacy/PrivacySection";
import { RemindersSection } from "./reminders/RemindersSection";
import { SectionList } from "./SectionList";
import { type Section, sections } from "./sections";
import { SecuritySection } from "./security/SecuritySection";
import { TaxSection } from "./taxrates/TaxSection";
import { TeamSection } from "./team/TeamSection";

const bodies: Record<Section["key"], ComponentType> = {
  business: BusinessSection,
  numbering: NumberingSection,
  "tax-rates": TaxSection,
  payments: PaymentsSection,
  reminders: RemindersSection,
  "api-keys": ApiKeysSection,
  "audit-log": AuditSection,
  team: TeamSection,
  privacy: PrivacySection,
  data: DataSection,
  security: SecuritySection,
  me: MeSection,
};

/** The list and a section beside it; on a phone one after the other. */
export function SettingsPage() {
  const asked = useParams({ strict: false, select: (params) => params.section });
  const section = sections.find(({ key }) => key === (asked ?? "business"));
  usePageTitle(asked && section ? section.label() : t("Settings"));
  const Body = section && bodies[section.key];
  return (
    <div className="max-w-[1240px] p-8 max-desk:p-6 max-tablet:px-4 max-tablet:pb-28">
      <h1 className={cx("text-2xl font-bold tracking-[-0.022em]", asked && "max-tablet:sr-only")}>
        {t("Settings")}
      </h1>
      <div
        className={cx(
          "mt-6 grid gap-8 tablet:grid-cols-[200px_minmax(0,720px)]",
          asked ? "max-tablet:-mt-3" : "max-tablet:mt-4",
        )}
      >
        <div className={cx(asked && "max-tablet:hidden")}>
          <SectionList chosen={section?.key} />
        </div>
        <div className={cx("min-w-0", !asked && "max-tablet:hidden")}>
          <ButtonLink
            to="/settings"
            kind="ghost"
            icon={<ChevronLeft className="size-4" />}
            className="-ml-3.5 mb-2 tablet:hidden"
          >
            {t("Settings")}
          </ButtonLink>
          {Body ? (
            <>
              <h2 className="mb-4 text-xl font-semibold tracking-[-0.01em] max-tablet:text-2xl max-tablet:font-bold">
                {section.label()}
              </h2>
              <Body />
            </>
          ) : (
            <Empty title={t("There is no such section.")}>
              <ButtonLink to="/settings">{t("All settings")}</ButtonLink>
            </Empty>
          )}
        </div>
      </div>
    </div>
  );
}
