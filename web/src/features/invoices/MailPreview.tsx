import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "@/components/ui/Skeleton";
import { useDebounced } from "@/lib/useDebounced";
import { previewQuery } from "./api";

const PAUSE_MILLIS = 400;

/** The very mail that would go out. Framed without scripts: mail is untrusted even when it is ours. */
export function MailPreview({ invoiceId, message }: { invoiceId: string; message: string }) {
  const preview = useQuery(previewQuery(invoiceId, useDebounced(message, PAUSE_MILLIS)));
  return (
    <figure className="flex min-w-0 flex-col overflow-hidden rounded-card border border-line">
      <figcaption className="border-b border-line bg-surface-2 px-4 py-2.5 text-sm">
        {preview.data ? (
          <>
            <span className="text-ink-3">To {preview.data.to.join(", ")}</span>
            <b className="block truncate font-semibold">{preview.data.subject}</b>
          </>
        ) : (
          <Skeleton className="my-1.5 w-52" />
        )}
      </figcaption>
      {preview.error ? (
        <p role="alert" className="p-4 text-sm text-late">
          The preview did not load. {preview.error.message}
        </p>
      ) : (
        <iframe
          title="The mail as it goes out"
          sandbox=""
          srcDoc={preview.data?.html ?? ""}
          className="h-[520px] w-full bg-white"
        />
      )}
    </figure>
  );
}
