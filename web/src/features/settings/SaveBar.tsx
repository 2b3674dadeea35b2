import { Button } from "@/components/ui/Button";
import { Conflict } from "@/components/ui/Conflict";
import { Leaving } from "@/components/ui/Leaving";
import { Notice } from "@/components/ui/Notice";
import type { Difference } from "@/lib/versions";
import { t } from "./locales";

type Props = {
  isDirty: boolean;
  busy: boolean;
  /** What the API refused as a whole. */
  refused: string | undefined;
  conflict: Difference[] | null;
  labels: Record<string, string>;
  onDiscard: () => void;
  onPutOnTop: () => void;
};

/** The end of a form: save, or deal with what keeps it from being saved. */
export function SaveBar(props: Props) {
  const { isDirty, busy, refused, conflict, labels, onDiscard, onPutOnTop } = props;
  return (
    <div className="mt-6 flex flex-col gap-3">
      {refused ? <Notice tone="late">{refused}</Notice> : null}
      {conflict ? (
        <Conflict
          differences={conflict}
          labels={labels}
          busy={busy}
          onKeepNewer={onDiscard}
          onPutOnTop={onPutOnTop}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" kind="ink" busy={busy} disabled={!isDirty}>
            {t("Save")}
          </Button>
          {isDirty ? (
            <Button kind="ghost" onClick={onDiscard} disabled={busy}>
              {t("Discard")}
            </Button>
          ) : (
            <p className="text-sm text-ink-3">{t("Everything is saved.")}</p>
          )}
        </div>
      )}
      <Leaving unsaved={isDirty} />
    </div>
  );
}
