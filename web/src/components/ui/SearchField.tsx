import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { cx } from "@/lib/cx";

const PAUSE_MILLIS = 250;

type Props = {
  /** What can be typed, such as "Number, customer, amount"; also its name. */
  label: string;
  /** The word in the address. */
  value: string | undefined;
  /** Told after a pause in typing; undefined for none. */
  onChange: (value: string | undefined) => void;
  className?: string;
};

/** Asks the list as one types. `/` leads here from anywhere. */
export function SearchField({ label, value = "", onChange, className }: Props) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState({ value, told: value });
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  // the address changed by something else than this field
  if (value !== known.value) {
    setKnown({ value, told: value });
    if (value !== known.told) setTyped(value);
  }

  function tell(text: string) {
    clearTimeout(pause.current);
    const asked = text.trim();
    setKnown((now) => ({ ...now, told: asked }));
    onChange(asked || undefined);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a form of its own inside <search> says the same twice
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        tell(typed);
      }}
      className={cx(
        "flex h-8 w-[248px] items-center gap-2 rounded-control border border-edge bg-surface px-2.5 text-sm max-tablet:h-11 max-tablet:w-full",
        "focus-within:outline-2 focus-within:outline-focus",
        className,
      )}
    >
      <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          clearTimeout(pause.current);
          pause.current = setTimeout(() => tell(text), PAUSE_MILLIS);
        }}
        className="h-full min-w-0 grow bg-transparent outline-none placeholder:text-ink-3 max-tablet:text-lg"
      />
    </form>
  );
}
