import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import { fullDay } from "@/lib/dates";
import type { Invoice, InvoiceBody } from "../api";
import { T, t } from "../locales";

const lines = (n: number) => t("{n} line | {n} lines", { n });

type Props = { theirs: Invoice; mine: InvoiceBody; onSettle: (keepMine: boolean) => void };

/** Two people wrote on one draft: both versions, and the choice. */
export function Conflict({ theirs, mine, onSettle }: Props) {
  return (
    <section role="alert" className="rounded-card border border-line bg-late-bg p-4">
      <p className="font-semibold">{t("Somebody else changed this draft while you wrote.")}</p>
      <dl className="my-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-ink-3">{t("Theirs")}</dt>
        <dd>
          <T
            text="{total}, due {day}, {lines}"
            total={<Money amount={theirs.total} currency={theirs.currency} />}
            day={fullDay(theirs.due_date)}
            lines={lines(theirs.line_items.length)}
          />
        </dd>
        <dt className="text-ink-3">{t("Yours")}</dt>
        <dd>
          {t("due {day}, {lines}", {
            day: mine.due_date ? fullDay(mine.due_date) : t("as before"),
            lines: lines(mine.line_items.length),
          })}
        </dd>
      </dl>
      <div className="flex gap-2">
        <Button size="small" onClick={() => onSettle(false)}>
          {t("Take theirs")}
        </Button>
        <Button size="small" onClick={() => onSettle(true)}>
          {t("Keep mine")}
        </Button>
      </div>
    </section>
  );
}
