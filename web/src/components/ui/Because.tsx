import { type ReactNode, useId, useState } from "react";
import { t } from "../locales";

/** ∵ and one sentence: the rule that decided. Pressing the sign shows the evidence. */
export function Because({
  children,
  evidence,
  onOpen,
}: {
  children: ReactNode;
  evidence?: { label: string; value: ReactNode }[] | undefined;
  /** Told when the evidence is looked at, so that more of it can be loaded. */
  onOpen?: () => void;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const sign = (
    <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3" fill="currentColor">
      <circle cx="2.2" cy="3" r="1.5" />
      <circle cx="9.8" cy="3" r="1.5" />
      <circle cx="6" cy="9.4" r="1.5" />
    </svg>
  );
  return (
    <div className="text-sm text-ink-2">
      <p className="flex gap-[7px]">
        {evidence?.length ? (
          <button
            type="button"
            aria-label={t("Because")}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => {
              if (!open) onOpen?.();
              setOpen(!open);
            }}
            className="-m-1 mt-0 h-5 shrink-0 rounded-chip p-1 hover:bg-sunken"
          >
            {sign}
          </button>
        ) : (
          <span className="mt-1 shrink-0">{sign}</span>
        )}
        <span>{children}</span>
      </p>
      {evidence?.length ? (
        <dl
          id={id}
          hidden={!open}
          className="mt-2.5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-l-2 border-line-2 py-0.5 pl-3.5 [&[hidden]]:hidden"
        >
          {evidence.map((fact) => (
            <div key={fact.label} className="contents">
              <dt className="text-ink-3">{fact.label}</dt>
              <dd className="text-ink">{fact.value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}
