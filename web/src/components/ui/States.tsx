import type { ReactNode } from "react";
import { isApiError } from "@/lib/api/problem";
import { Button } from "./Button";

/** One sentence, at most two acts. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-4 px-6 py-16 text-center">
      <p className="max-w-[44ch] text-body text-ink-2">{title}</p>
      {children ? <div className="flex flex-wrap justify-center gap-2">{children}</div> : null}
    </div>
  );
}

type FailureProps = {
  error: unknown;
  /** What is still true, such as "Your invoices are safe." */
  what: string;
  retry?: (() => void) | undefined;
};

/** What failed, what is still true, what to do, and the reference to quote. */
export function Failure({ error, what, retry }: FailureProps) {
  const problem = isApiError(error) ? error : null;
  if (problem?.status === 403) return <Forbidden />;
  if (problem?.status === 404)
    return <Empty title="There is nothing here. It may have been deleted." />;
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-6 py-16 text-center">
      <p className="text-lg font-semibold">{what}</p>
      <p className="max-w-[52ch] text-ink-2">
        {problem?.message ?? "Something in this page broke."}
      </p>
      {retry ? <Button onClick={retry}>Try again</Button> : null}
      {problem?.requestId ? (
        <p className="text-xs text-ink-3">Reference {problem.requestId}</p>
      ) : null}
    </div>
  );
}

export function Forbidden() {
  return (
    <Empty title="Your role does not open this page. An owner or administrator of the business can give you access." />
  );
}
