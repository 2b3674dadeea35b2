import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Logo } from "@/components/ui/Logo";
import { usePageTitle } from "@/lib/usePageTitle";
import { DoorFigure } from "./DoorFigure";
import { LanguageChoice } from "./LanguageChoice";
import { t } from "./locales";
import { loginModeQuery } from "./loginMode";

type Props = { title: string; intro?: ReactNode; children: ReactNode };

/**
 * What is shown before somebody is signed in. Where people come through an identity provider alone
 * every form here would be refused, so they are told where to go.
 */
export function DoorPage({ title, intro, children }: Props) {
  const { data: mode } = useQuery(loginModeQuery);
  if (mode === "CLERK") {
    return (
      <Frame title={t("Sign in with your organisation")}>
        <p>
          {t(
            "People come in here through their organisation's identity provider. There is no password to write, to forget or to set on this page.",
          )}
        </p>
        <p>
          {t(
            "Open Duespark from your organisation's own page. If you do not know it, or were invited by a link, ask whoever runs this installation.",
          )}
        </p>
      </Frame>
    );
  }
  return (
    <Frame title={title} intro={intro}>
      {children}
    </Frame>
  );
}

/** The form, and on wide screens what Duespark does. */
function Frame({ title, intro, children }: Props) {
  usePageTitle(title);
  return (
    <div className="grid min-h-dvh bg-surface tablet:grid-cols-2 dark:bg-paper">
      <div className="mx-auto flex w-full max-w-[488px] flex-col px-5 py-6 tablet:px-10 tablet:py-10 desk:px-16">
        <header className="flex items-center justify-between gap-3">
          <Link
            to="/login"
            className="inline-flex items-center gap-2.5 rounded-chip text-[17px] leading-6 font-bold tracking-[-0.02em]"
          >
            <Logo />
            duespark
          </Link>
          <LanguageChoice />
        </header>
        <main className="my-auto flex flex-col gap-[18px] py-12 [&_input]:min-h-11 [&_select]:min-h-11">
          <div>
            <h1 className="text-2xl font-bold tracking-[-0.022em]">{title}</h1>
            {intro ? <div className="mt-1 text-ink-2">{intro}</div> : null}
          </div>
          {children}
        </main>
        <footer className="text-xs text-ink-3">
          {t("Runs on {host}. Your data stays there.", { host: window.location.host })}
        </footer>
      </div>
      <DoorFigure />
    </div>
  );
}

/** A way to another page of the door, within a sentence. */
export function DoorLink({
  to,
  className = "",
  children,
}: {
  to: "/login" | "/register" | "/forgot-password" | "/verify-email";
  className?: string;
  children: ReactNode;
}) {
  return (
    <Link
      to={to}
      className={`rounded-chip font-medium text-ink underline decoration-line-2 underline-offset-3 hover:decoration-current ${className}`}
    >
      {children}
    </Link>
  );
}
