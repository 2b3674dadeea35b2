import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, Outlet, useMatches, useNavigate, useSearch } from "@tanstack/react-router";
import { Menu as More, Plus, Search, Settings } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Button } from "@/components/ui/Button";
import { Logo } from "@/components/ui/Logo";
import { SkeletonRows } from "@/components/ui/Skeleton";
import { meQuery, useMay } from "@/features/accounts/api";
import { useBusiness, useStanding } from "@/features/tenants/api";
import { cx } from "@/lib/cx";
import { t } from "../locales";
import { BusinessName } from "./BusinessName";
import { Offline } from "./Offline";
import { places } from "./places";
import { useShortcuts } from "./shortcuts";

const BusinessMenu = lazy(() => import("./BusinessMenu"));
const PersonMenu = lazy(() => import("./PersonMenu"));
const CommandBar = lazy(() => import("./CommandBar"));
const InvoiceEditor = lazy(() => import("@/features/invoices/editor/InvoiceEditor"));
const TestClock = lazy(() => import("@/features/tenants/TestClock"));
const ClosedPlace = lazy(() => import("../ClosedPlace"));

/** Settings stand apart, at the foot. */
const above = places.slice(0, -1);

/** Every page of a business, or the one that takes their place while it is closed. */
export default function Shell() {
  if (useStanding() === "OPEN") return <Open />;
  return (
    <Suspense fallback={<SkeletonRows />}>
      <ClosedPlace />
    </Suspense>
  );
}

/** What stands around every page. */
function Open() {
  const business = useBusiness();
  const me = useSuspenseQuery(meQuery).data;
  const navigate = useNavigate();
  const { draft, contact } = useSearch({ from: "/business" });
  const [commanding, setCommanding] = useState(false);
  const mayWrite = useMay("WRITE_DOCUMENTS");
  const folded = useMatches({
    select: (matches) => matches.some((match) => match.staticData.twoPanes),
  });

  const create = () => void navigate({ to: ".", search: (now) => ({ ...now, draft: "new" }) });
  useShortcuts({
    create: mayWrite ? create : null,
    command: () => setCommanding(true),
    go: (to) => void navigate({ to }),
  });

  return (
    <div
      data-folded={folded || undefined}
      className="group/shell min-h-dvh tablet:grid tablet:grid-cols-[60px_minmax(0,1fr)] desk:not-data-folded:grid-cols-[216px_minmax(0,1fr)]"
    >
      <a
        href="#page"
        className="sr-only z-50 rounded-control bg-surface p-3 font-semibold focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("Skip to the page")}
      </a>
      <nav
        aria-label={t("Main")}
        className="sticky top-0 flex h-dvh flex-col gap-0.5 border-r border-line px-2.5 py-4 max-tablet:hidden desk:group-not-data-folded/shell:px-3"
      >
        <Link
          to="/home"
          className="mb-4 flex items-center gap-2.5 px-2 text-[17px] leading-6 font-bold tracking-[-0.02em] max-desk:justify-center max-desk:px-0 group-data-folded/shell:justify-center group-data-folded/shell:px-0"
        >
          <Logo />
          <span className="max-desk:sr-only group-data-folded/shell:sr-only">duespark</span>
        </Link>
        {above.map(({ to, label, icon: Icon }) => (
          <Place
            key={to}
            to={to}
            label={label()}
            icon={<Icon className="size-4" strokeWidth={1.75} />}
          />
        ))}
        <span className="grow" />
        <Place
          to="/settings"
          label={t("Settings")}
          icon={<Settings className="size-4" strokeWidth={1.75} />}
        />
        <Suspense fallback={<span className="h-11" />}>
          <PersonMenu />
        </Suspense>
      </nav>

      <div className="min-w-0">
        <header className="sticky top-0 z-5 flex h-14 items-center gap-3 border-b border-line bg-paper px-8 max-desk:px-6 max-tablet:h-[52px] max-tablet:px-4">
          {me.memberships.length > 1 ? (
            <Suspense fallback={<BusinessName />}>
              <BusinessMenu />
            </Suspense>
          ) : (
            <BusinessName />
          )}
          <span className="grow" />
          <button
            type="button"
            onClick={() => setCommanding(true)}
            className="flex h-8 w-[300px] items-center gap-2 rounded-control border border-line-2 bg-surface pr-1.5 pl-2.5 text-sm text-ink-3 max-tablet:hidden"
          >
            <Search className="size-4" />
            <span className="grow text-left">{t("Search or do anything")}</span>
            <kbd className="rounded-[4px] border border-line-2 bg-surface-2 px-1.5 font-sans text-[11px] leading-4 font-semibold">
              Ctrl K
            </kbd>
          </button>
          <Button
            kind="ghost"
            square
            className="tablet:hidden"
            aria-label={t("Search or do anything")}
            onClick={() => setCommanding(true)}
            icon={<Search className="size-5" />}
          />
          {mayWrite ? (
            <Button
              kind="ink"
              onClick={create}
              icon={<Plus className="size-4" />}
              className="max-tablet:w-11 max-tablet:px-0"
            >
              <span className="max-tablet:sr-only">{t("New invoice")}</span>
            </Button>
          ) : null}
        </header>
        <Offline />
        {business.kind === "TEST" ? (
          <Suspense>
            <TestClock />
          </Suspense>
        ) : null}
        <main id="page" tabIndex={-1} className="outline-none">
          <Outlet />
        </main>
      </div>

      <nav
        aria-label={t("Main")}
        className="fixed inset-x-0 bottom-0 z-10 grid grid-cols-5 border-t border-line bg-surface px-1 pt-1.5 pb-[max(14px,env(safe-area-inset-bottom))] tablet:hidden"
      >
        {places.slice(0, 4).map(({ to, label, icon: Icon }) => (
          <Thumb
            key={to}
            to={to}
            label={label()}
            icon={<Icon className="size-5" strokeWidth={1.75} />}
          />
        ))}
        <Thumb
          to="/settings"
          label={t("More")}
          icon={<More className="size-5" strokeWidth={1.75} />}
        />
      </nav>

      <Suspense>
        {commanding ? <CommandBar onClose={() => setCommanding(false)} onCreate={create} /> : null}
        {draft ? (
          <InvoiceEditor
            key={`${draft} ${contact ?? ""}`} // a new draft stays "new" when it is saved
            id={draft === "new" ? null : draft}
            contactId={contact ?? null}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

type PlaceProps = { to: string; label: string; icon: ReactNode };

function Place({ to, label, icon }: PlaceProps) {
  return (
    <Link
      to={to}
      activeProps={{ "aria-current": "page" }}
      className={cx(
        "flex h-8 items-center gap-2.5 rounded-control px-2.5 font-medium text-ink-2 hover:bg-sunken",
        "aria-[current=page]:bg-surface-2 aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:shadow-1 aria-[current=page]:ring-1 aria-[current=page]:ring-line",
        "max-desk:h-9 max-desk:justify-center max-desk:px-0",
        "group-data-folded/shell:h-9 group-data-folded/shell:justify-center group-data-folded/shell:px-0",
      )}
    >
      {icon}
      <span className="max-desk:sr-only group-data-folded/shell:sr-only">{label}</span>
    </Link>
  );
}

function Thumb({ to, label, icon }: PlaceProps) {
  return (
    <Link
      to={to}
      activeProps={{ "aria-current": "page" }}
      className="flex min-h-11 flex-col items-center justify-center gap-[3px] text-[11px] leading-[14px] font-medium text-ink-3 aria-[current=page]:font-bold aria-[current=page]:text-ink"
    >
      {icon}
      {label}
    </Link>
  );
}
