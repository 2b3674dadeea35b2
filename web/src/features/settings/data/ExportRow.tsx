import { Download } from "lucide-react";
import type { MouseEvent } from "react";
import { Button, DownloadLink } from "@/components/ui/Button";
import { Progress } from "@/components/ui/Progress";
import { StatusPill } from "@/components/ui/StatusPill";
import { toast } from "@/components/ui/Toasts";
import { useBusiness } from "@/features/tenants/api";
import { t } from "../locales";
import { type Act, type Export, isOver, useCancel, useFreshLink } from "./api";
import { factsOf, pillOf, standingOf, whenOf } from "./words";

type Props = { job: Export };

export function ExportRow({ job }: Props) {
  const reader = useBusiness();
  const pill = pillOf(job);
  const when = whenOf(job, reader);
  const standing = standingOf(job, reader);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t border-line px-5 py-3.5 first:border-0">
      <div className="flex min-w-0 grow basis-72 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{when}</span>
          <StatusPill tone={pill.tone} shape={pill.shape}>
            {pill.words()}
          </StatusPill>
        </p>
        {job.status === "RUNNING" ? (
          <Progress label={t("Export of {when}", { when })} percent={job.percent} />
        ) : null}
        {standing ? <p className="text-sm text-ink-2">{standing}</p> : null}
        <p className="text-sm break-words text-ink-3">{factsOf(job)}</p>
      </div>
      <Acts job={job} when={when} />
    </li>
  );
}

function Acts({ job, when }: Props & { when: string }) {
  const may = (act: Act) => job.allowed_actions.includes(act);
  const cancel = useCancel();
  return (
    <div className="flex flex-wrap gap-1">
      {may("DOWNLOAD") ? <Fetch job={job} when={when} /> : null}
      {may("CANCEL") ? (
        <Button
          kind="ghost"
          size="small"
          busy={cancel.isPending}
          onClick={() =>
            cancel.mutate(job.job_id, {
              onError: (error) =>
                toast(isOver(error) ? t("It has come to its end already.") : error.message),
            })
          }
        >
          {t("Cancel")}
        </Button>
      ) : null}
    </div>
  );
}

/** A page that was open for long has a link that is over: then another one is asked for first. */
function Fetch({ job, when }: Props & { when: string }) {
  const fresh = useFreshLink();
  const { job_id, download_url, expires_at } = job;

  function renew(event: MouseEvent) {
    if (expires_at && Date.parse(expires_at) > Date.now()) return;
    event.preventDefault();
    if (fresh.isPending) return;
    fresh.mutate(job_id, {
      onSuccess: (url) => (url ? save(url) : toast(t("It is deleted by now."))),
      onError: (error) => toast(error.message),
    });
  }

  return download_url ? (
    <DownloadLink
      href={download_url}
      size="small"
      icon={<Download className="size-4" />}
      busy={fresh.isPending}
      aria-label={t("Download the export of {when}", { when })}
      onClick={renew}
    >
      {t("Download")}
    </DownloadLink>
  ) : null;
}

function save(url: string) {
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  link.click();
}
