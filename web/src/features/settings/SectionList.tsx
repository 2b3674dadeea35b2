import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BellRing, ChevronRight, LifeBuoy, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { meQuery } from "@/features/accounts/api";
import { t } from "./locales";
import { sections } from "./sections";

const row =
  "flex items-center gap-2.5 rounded-control px-2.5 font-medium text-ink-2 hover:bg-sunken tablet:h-8 " +
  "aria-[current=page]:tablet:bg-surface-2 aria-[current=page]:tablet:font-semibold aria-[current=page]:tablet:text-ink aria-[current=page]:tablet:shadow-1 aria-[current=page]:tablet:ring-1 aria-[current=page]:tablet:ring-line " +
  "max-tablet:min-h-[60px] max-tablet:rounded-none max-tablet:py-2.5 max-tablet:border-b max-tablet:border-line max-tablet:px-4 max-tablet:text-ink max-tablet:last:border-0";

/** Sections: a narrow list beside the page, or rows of their own on a phone. */
export function SectionList({ chosen }: { chosen: string | undefined }) {
  const isStaff = useQuery(meQuery).data?.platform_role === "ADMIN";
  return (
    <nav aria-label={t("Settings")} className="tablet:sticky tablet:top-20">
      <Rows>
        {sections.map(({ key, label, about, icon }) => (
          <Link
            key={key}
            to="/settings/$section"
            params={{ section: key }}
            aria-current={key === chosen ? "page" : undefined}
            className={row}
          >
            <Inside label={label()} about={about()} icon={icon} />
          </Link>
        ))}
      </Rows>
      {/* a phone's bar has room for four places; this page is the way to the fifth */}
      <div className="mt-4 tablet:hidden">
        <Rows>
          <Link to="/reminders" className={row}>
            <Inside
              label={t("Planned and sent reminders")}
              about={t("Across all invoices")}
              icon={BellRing}
            />
          </Link>
          {isStaff ? (
            <Link to="/ops/reliability" className={row}>
              <Inside
                label={t("Reliability of the platform")}
                about={t("What waits for a person, of all businesses")}
                icon={LifeBuoy}
              />
            </Link>
          ) : null}
        </Rows>
      </div>
    </nav>
  );
}

const Rows = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-col gap-0.5 max-tablet:gap-0 max-tablet:overflow-hidden max-tablet:rounded-card max-tablet:border max-tablet:border-line max-tablet:bg-surface max-tablet:shadow-1">
    {children}
  </div>
);

function Inside({ label, about, icon: Icon }: { label: string; about: string; icon: LucideIcon }) {
  return (
    <>
      <Icon className="size-4 shrink-0 max-tablet:size-5" strokeWidth={1.75} />
      <span className="min-w-0 grow">
        {label}
        <span className="block text-sm font-normal text-ink-3 tablet:hidden">{about}</span>
      </span>
      <ChevronRight className="size-4 text-ink-3 tablet:hidden" />
    </>
  );
}
