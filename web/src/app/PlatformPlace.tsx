import { Link } from "@tanstack/react-router";
import { Logo } from "@/components/ui/Logo";
import { ReliabilityPage } from "@/features/platform/ReliabilityPage";
import { t } from "./locales";
import { Offline } from "./shell/Offline";
import PersonMenu from "./shell/PersonMenu";

/** Around what concerns all businesses. */
export function PlatformPlace() {
  return (
    <div className="min-h-dvh">
      <header className="sticky top-0 z-5 flex h-14 items-center gap-3 border-b border-line bg-paper px-8 max-desk:px-6 max-tablet:h-[52px] max-tablet:px-4">
        <Link
          to="/home"
          className="flex items-center gap-2.5 text-[17px] leading-6 font-bold tracking-[-0.02em]"
        >
          <Logo />
          <span>duespark</span>
        </Link>
        <span className="rounded-chip bg-quiet-bg px-2 text-xs leading-[22px] font-semibold text-quiet">
          {t("Platform")}
        </span>
        <span className="grow" />
        <PersonMenu />
      </header>
      <Offline />
      <main id="page" tabIndex={-1} className="mx-auto max-w-[1240px] outline-none">
        <ReliabilityPage />
      </main>
    </div>
  );
}
