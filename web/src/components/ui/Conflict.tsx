import type { Difference } from "@/lib/versions";
import { t } from "../locales";
import { Button } from "./Button";

type Props = {
  differences: Difference[];
  /** The fields' names as the form shows them. */
  labels: Record<string, string>;
  busy: boolean;
  onKeepNewer: () => void;
  onPutOnTop: () => void;
};

/** Both versions side by side, when somebody changed a thing while it was edited. */
export function Conflict({ differences, labels, busy, onKeepNewer, onPutOnTop }: Props) {
  return (
    <section
      role="alert"
      aria-label={t("Changed meanwhile")}
      className="rounded-card border border-line bg-surface p-5 shadow-1"
    >
      <p className="font-semibold">{t("Somebody changed this while you were writing.")}</p>
      <p className="text-sm text-ink-2">{t("Yours is kept here and not saved yet.")}</p>
      <div className="mt-3 overflow-x-auto rounded-control border border-line">
        <table className="w-full text-left text-sm">
          <thead className="bg-surface-2 text-ink-3">
            <tr>
              <th scope="col" className="px-3 py-2 font-medium">
                <span className="sr-only">{t("Field")}</span>
              </th>
              <th scope="col" className="px-3 py-2 font-medium">
                {t("Yours")}
              </th>
              <th scope="col" className="px-3 py-2 font-medium">
                {t("The newer version")}
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ field, mine, newer }) => (
              <tr key={field} className="border-t border-line align-top">
                <th scope="row" className="px-3 py-2 font-normal text-ink-3">
                  {labels[field] ?? field}
                </th>
                <td className="px-3 py-2 font-semibold break-words whitespace-pre-line">
                  {mine ?? <span className="font-normal text-ink-3">{t("not changed")}</span>}
                  {mine === "" ? (
                    <span className="font-normal text-ink-3">{t("empty")}</span>
                  ) : null}
                </td>
                <td className="px-3 py-2 break-words whitespace-pre-line">
                  {newer || <span className="text-ink-3">{t("empty")}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button kind="ink" onClick={onKeepNewer} disabled={busy}>
          {t("Keep the newer")}
        </Button>
        <Button onClick={onPutOnTop} busy={busy}>
          {t("Put mine on top")}
        </Button>
      </div>
    </section>
  );
}
