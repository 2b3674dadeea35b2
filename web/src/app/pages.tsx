import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { ButtonLink } from "@/components/ui/Button";
import { Logo } from "@/components/ui/Logo";
import { Empty, Failure } from "@/components/ui/States";
import { useOnline } from "@/lib/online";
import { usePageTitle } from "@/lib/usePageTitle";
import { t } from "./locales";

export function NotFound() {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-6">
      <Logo />
      <Empty whole title={t("This page does not exist.")}>
        <ButtonLink to="/home">{t("Go home")}</ButtonLink>
      </Empty>
    </main>
  );
}

export function PageFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const online = useOnline();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  useWhenOnlineAgain(retry);
  if (!online) return <WithoutNetwork />;
  return (
    <Failure
      whole
      error={error}
      what={t("The page did not load. Your data is safe.")}
      retry={retry}
    />
  );
}

function WithoutNetwork() {
  usePageTitle(t("You are offline."));
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-3 px-6 py-16 text-center">
      <Logo />
      <h1 className="text-lg font-semibold">{t("You are offline.")}</h1>
      <p role="status" className="max-w-[44ch] text-ink-2">
        {t(
          "Your data is safe on the server, and reminders go out as planned. This page opens by itself when the network is back.",
        )}
      </p>
    </main>
  );
}

function useWhenOnlineAgain(act: () => void) {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const again = () => latest.current();
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, []);
}
