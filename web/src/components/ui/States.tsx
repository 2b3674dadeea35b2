import type { ReactNode } from "react";
import { isApiError } from "@/lib/api/problem";
import { t } from "../locales";
import { Button } from "./Button";

type EmptyProps = {
  title: string;
  /** It is all that the page says, so the sentence is its heading. */
  whole?: boolean | undefined;
  children?: ReactNode;
};

/** One sentence, at most two acts. */
export function Empty({ title, whole, children }: EmptyProps) {
  const Title = whole ? "h1" : "p";
  return (
    <div className="flex flex-col items-center gap-4 px-6 py-16 text-center">
      <Title className="max-w-[44ch] text-body text-ink-2">{title}</Title>
      {children ? <div className="flex flex-wrap justify-center gap-2">{children}</div> : null}
    </div>
  );
}

type FailureProps = {
  error: unknown;
  /** What is still true, such as "Your invoices are safe." */
  what: string;
  retry?: (() => void) | undefined;
  /** Nothing else is on the page. */
  whole?: boolean;
};

/** What failed, what is still true, what to do, and the reference to quote. */
export function Failure({ error, what, retry, whole }: FailureProps) {
  const problem = isApiError(error) ? error : null;
  const What = whole ? "h1" : "p";
  if (problem?.status === 403) return <Forbidden whole={whole} />;
  if (problem?.status === 404)
    return <Empty whole={whole} title={t("There is nothing here. It may have been deleted.")} />;
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-6 py-16 text-center">
      <What className="text-lg font-semibold">{what}</What>
      <p className="max-w-[52ch] text-ink-2">
        {problem?.message ?? t("Something in this page broke.")}
      </p>
      {retry ? <Button onClick={retry}>{t("Try again")}</Button> : null}
      {problem?.requestId ? (
        <p className="text-xs text-ink-3">{t("Reference {id}", { id: problem.requestId })}</p>
      ) : null}
    </div>
  );
}

export function Forbidden({ whole }: { whole?: boolean | undefined }) {
  return (
    <Empty
      whole={whole}
      title={t(
        "Your role does not open this page. An owner or administrator of the business can give you access.",
      )}
    />
  );
}
