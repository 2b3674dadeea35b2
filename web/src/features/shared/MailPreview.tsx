import { Skeleton } from "@/components/ui/Skeleton";
import { cx } from "@/lib/cx";
import { t } from "./locales";

type Mail = { to: string[]; subject: string; html: string };

type Props = {
  preview: { data: Mail | undefined; error: Error | null };
  /** For a dialog of which it is half. */
  tall?: boolean;
};

/**
 * The very mail that would go out. Framed without scripts: mail is untrusted even when it is ours.
 * Each has a frame of its own, for one whose text is changed while it loads may stay empty.
 */
export function MailPreview({ preview: { data: mail, error }, tall }: Props) {
  const body = cx("w-full bg-white", tall ? "h-[520px]" : "h-[320px] max-tablet:h-[260px]");
  return (
    <figure className="flex min-w-0 flex-col overflow-hidden rounded-card border border-line">
      <figcaption className="border-b border-line bg-surface-2 px-4 py-2.5 text-sm">
        {mail ? (
          <>
            <span className="text-ink-3">{t("To {name}", { name: mail.to.join(", ") })}</span>
            <b className="block truncate font-semibold">{mail.subject}</b>
          </>
        ) : (
          <Skeleton className="my-1.5 w-52" />
        )}
      </figcaption>
      {error ? (
        <p role="alert" className="p-4 text-sm text-late">
          {t("The preview did not load.")} {error.message}
        </p>
      ) : mail ? (
        <iframe
          key={mail.html}
          title={t("The mail as it goes out")}
          sandbox=""
          srcDoc={mail.html}
          className={body}
        />
      ) : (
        <div className={body} />
      )}
    </figure>
  );
}
