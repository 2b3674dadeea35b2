import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useMatches } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { type ComponentType, useEffect, useRef } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Logo } from "@/components/ui/Logo";
import { Monogram } from "@/components/ui/Monogram";
import { Empty } from "@/components/ui/States";
import { type Me, meQuery } from "@/features/accounts/api";
import { ClosedBusiness } from "@/features/settings/closing/ClosedBusiness";
import { MeSection } from "@/features/settings/me/MeSection";
import { SecuritySection } from "@/features/settings/security/SecuritySection";
import { useStanding } from "@/features/tenants/api";
import { usePageTitle } from "@/lib/usePageTitle";
import { later, t } from "./locales";
import { logOut } from "./shell/logOut";
import { Offline } from "./shell/Offline";
import PersonMenu from "./shell/PersonMenu";

type Own = { label: () => string; Body: ComponentType };

/** What belongs to the person and not to the business, at the addresses that it always has. */
const own: Record<string, Own> = {
  me: { label: later("Your account"), Body: MeSection },
  security: { label: later("Security"), Body: SecuritySection },
};

/** In place of every page while the business is closed. */
export default function ClosedPlace() {
  const me = useSuspenseQuery(meQuery).data;
  const standing = useStanding();
  const section = useMatches({ select: (matches) => asked(matches.at(-1)?.params) });
  const main = useRef<HTMLElement>(null);
  const chosen = own[section];

  // what had the focus is gone, be it a dialog's button or a link
  // biome-ignore lint/correctness/useExhaustiveDependencies: another section is another page
  useEffect(() => {
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [section]);

  return (
    <div className="min-h-dvh">
      <header className="sticky top-0 z-5 flex h-14 items-center gap-3 border-b border-line bg-paper px-8 max-desk:px-6 max-tablet:h-[52px] max-tablet:px-4">
        <Link
          to="/home"
          className="flex items-center gap-2.5 text-[17px] leading-6 font-bold tracking-[-0.02em]"
        >
          <Logo />
          <span className="max-tablet:sr-only">duespark</span>
        </Link>
        <span className="flex min-w-0 grow items-center gap-2 font-semibold">
          {me.active ? (
            <>
              <Monogram name={me.active.name} />
              <span className="truncate">{me.active.name}</span>
            </>
          ) : null}
        </span>
        <PersonMenu />
      </header>
      <Offline />
      <main
        id="page"
        ref={main}
        tabIndex={-1}
        className="mx-auto max-w-[784px] p-8 outline-none max-desk:p-6 max-tablet:px-4"
      >
        {chosen ? (
          <OwnPage {...chosen} />
        ) : standing === "CLOSED" ? (
          <ClosedBusiness />
        ) : (
          <ClosedToMe />
        )}
        <Elsewhere me={me} />
      </main>
    </div>
  );
}

const asked = (params: object | undefined) =>
  params && "section" in params ? String(params.section) : "";

function ClosedToMe() {
  usePageTitle(t("This business is closed"));
  return <Empty whole title={t("This business is closed. Its owner can open it again.")} />;
}

function OwnPage({ label, Body }: Own) {
  usePageTitle(label());
  return (
    <>
      <ButtonLink
        to="/home"
        kind="ghost"
        icon={<ChevronLeft className="size-4" />}
        className="-ml-3.5 mb-2"
      >
        {t("Back to the closed business")}
      </ButtonLink>
      <h1 className="mb-6 text-2xl font-bold tracking-[-0.022em]">{label()}</h1>
      <Body />
    </>
  );
}

/** Where else the person can go. */
function Elsewhere({ me }: { me: Me }) {
  return (
    <nav
      aria-label={t("Elsewhere")}
      className="mt-8 flex flex-wrap justify-center gap-1 border-t border-line pt-4"
    >
      {me.memberships.length > 1 ? (
        <ButtonLink to="/choose-business">{t("Open another business")}</ButtonLink>
      ) : null}
      {Object.entries(own).map(([section, { label }]) => (
        <ButtonLink key={section} to="/settings/$section" params={{ section }} kind="ghost">
          {label()}
        </ButtonLink>
      ))}
      <Button kind="ghost" onClick={() => void logOut()}>
        {t("Log out")}
      </Button>
    </nav>
  );
}
