import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import { fullDay } from "@/lib/dates";
import type { Invoice, InvoiceBody } from "../api";

type Props = { theirs: Invoice; mine: InvoiceBody; onSettle: (keepMine: boolean) => void };

/** Two people wrote on one draft: both versions, and the choice. */
export function Conflict({ theirs, mine, onSettle }: Props) {
  return (
    <section role="alert" className="rounded-card border border-line bg-late-bg p-4">
      <p className="font-semibold">Somebody else changed this draft while you wrote.</p>
      <dl className="my-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-ink-3">Theirs</dt>
        <dd>
          <Money amount={theirs.total} currency={theirs.currency} />, due {fullDay(theirs.due_date)}
          , {theirs.line_items.length} lines
        </dd>
        <dt className="text-ink-3">Yours</dt>
        <dd>
          due {mine.due_date ? fullDay(mine.due_date) : "as before"}, {mine.line_items.length} lines
        </dd>
      </dl>
      <div className="flex gap-2">
        <Button size="small" onClick={() => onSettle(false)}>
          Take theirs
        </Button>
        <Button size="small" onClick={() => onSettle(true)}>
          Keep mine
        </Button>
      </div>
    </section>
  );
}
