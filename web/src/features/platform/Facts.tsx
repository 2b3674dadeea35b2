import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import type { Around } from "./api";
import { t } from "./locales";

const link =
  "inline-flex items-center gap-1.5 font-semibold underline decoration-line-2 underline-offset-3 hover:decoration-current";

export const Facts = ({ children }: { children: ReactNode }) => (
  <dl className="grid grid-cols-[140px_minmax(0,1fr)] gap-x-4 gap-y-3 max-tablet:grid-cols-[110px_minmax(0,1fr)]">
    {children}
  </dl>
);

export const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-3">{label}</dt>
    <dd className="[overflow-wrap:anywhere] whitespace-pre-line">{children}</dd>
  </>
);

/** Whose it is, and the workflow that takes it. */
export function AroundFacts({ business, workflow }: Around) {
  return (
    <>
      <Fact label={t("Business")}>{business?.name ?? t("Not known")}</Fact>
      {workflow ? (
        <Fact label={t("Workflow")}>
          {workflow.url ? (
            <a href={workflow.url} target="_blank" rel="noreferrer" className={link}>
              {workflow.id}
              <ExternalLink aria-label={t("In Temporal's pages")} className="size-3.5" />
            </a>
          ) : (
            workflow.id
          )}
        </Fact>
      ) : null}
    </>
  );
}
