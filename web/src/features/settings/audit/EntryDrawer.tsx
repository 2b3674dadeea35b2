import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Drawer } from "@/components/ui/Sheet";
import { moment } from "@/lib/dates";
import { T, t } from "../locales";
import type { Change, Entry } from "./api";
import { actorName, fieldName, type Reader, sentenceOf, valueWords } from "./words";

type Props = { entry: Entry; reader: Reader; onClose: () => void };

const link =
  "font-semibold underline decoration-line-2 underline-offset-3 hover:decoration-current";

/** One entry: what differs, who did it from where, its seal. */
export function EntryDrawer({ entry, reader, onClose }: Props) {
  return (
    <Drawer open narrow onClose={onClose} title={t("Entry")}>
      <div className="flex flex-col gap-6 p-6 max-tablet:p-4">
        <p className="text-lg font-semibold break-words">{sentenceOf(entry, reader)}</p>
        {entry.changes.length > 0 ? <Changes changes={entry.changes} reader={reader} /> : null}
        <dl className="grid grid-cols-[140px_minmax(0,1fr)] gap-x-4 gap-y-3 max-tablet:grid-cols-[110px_minmax(0,1fr)]">
          <Fact label={t("When")}>{moment(entry.at, reader.timezone, reader.today)}</Fact>
          <Fact label={t("Who")}>{actorName(entry.actor)}</Fact>
          <About entry={entry} />
          {entry.ip_address ? (
            <Fact label={t("Address @ip")}>
              {entry.ip_address.startsWith("erased:") ? t("erased") : entry.ip_address}
            </Fact>
          ) : null}
          {entry.request_id ? <Fact label={t("Request")}>{entry.request_id}</Fact> : null}
          {entry.workflow_id ? <Fact label={t("Workflow")}>{entry.workflow_id}</Fact> : null}
          <Fact label={t("Act")}>{entry.action}</Fact>
          <Fact label={t("Seal")}>
            <Seal entry={entry} reader={reader} />
          </Fact>
        </dl>
      </div>
    </Drawer>
  );
}

function About({ entry }: { entry: Entry }) {
  const { type, id, name } = entry.entity;
  if (!id || (type !== "invoice" && type !== "contact")) return null;
  return (
    <Fact label={t("About")}>
      <Link
        to={type === "invoice" ? "/invoices/$id" : "/contacts/$id"}
        params={{ id }}
        className={link}
      >
        {name ?? t("Show it")}
      </Link>
    </Fact>
  );
}

function Changes({ changes, reader }: { changes: Change[]; reader: Reader }) {
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <thead>
        <tr className="border-b border-line text-sm text-ink-3">
          <th className="w-[30%] py-2 pr-3 font-medium">{t("Field")}</th>
          <th className="py-2 pr-3 font-medium">{t("Before")}</th>
          <th className="py-2 font-medium">{t("After @change")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field} className="border-b border-line align-top last:border-0">
            <th scope="row" className="py-2 pr-3 font-medium break-words">
              {fieldName(change.field)}
            </th>
            {change.erased ? (
              <td colSpan={2} className="py-2 text-ink-3">
                {t("erased")}
              </td>
            ) : (
              <>
                <td className="py-2 pr-3 break-words text-ink-2">
                  {valueWords(change.before, reader)}
                </td>
                <td className="py-2 break-words">{valueWords(change.after, reader)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Seal({ entry, reader }: Omit<Props, "onClose">) {
  const { block, place, sealed_at } = entry.seal;
  if (!sealed_at || block == null || place == null) {
    return t("It waits for its seal, which comes within seconds.");
  }
  return (
    <T
      text="Sealed {when}, place {place} of block {block}. A change afterwards would be found."
      when={moment(sealed_at, reader.timezone, reader.today)}
      place={place}
      block={block}
    />
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-3">{label}</dt>
    <dd className="break-words">{children}</dd>
  </>
);
