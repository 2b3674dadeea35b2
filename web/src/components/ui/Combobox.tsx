import { ChevronDown, Plus } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useState } from "react";
import { cx } from "@/lib/cx";
import { t } from "../locales";
import { box, Field } from "./Field";
import { Spinner } from "./Spinner";

type Props<T> = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
  placeholder?: string;
  autoFocus?: boolean;
  disabled?: boolean;
  /** So that a form can put the focus here. */
  inputRef?: Ref<HTMLInputElement>;
  onBlur?: (() => void) | undefined;
  /** What is chosen, in words; "" for nothing. */
  chosen: string;
  /** The word to look for; told while typing, "" when that ends. */
  onType: (typed: string) => void;
  /** What was found for the word; undefined while nobody knows. */
  options: T[] | undefined;
  optionKey: (option: T) => string;
  option: (option: T) => ReactNode;
  onChoose: (option: T) => void;
  /** Offers to create what was typed, as the last option. */
  onCreate?: ((typed: string) => void) | undefined;
};

/** One of many, found by typing; the options may come from elsewhere and take their time. */
export function Combobox<T>(props: Props<T>) {
  const { options, chosen, onCreate } = props;
  const list = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(0);
  const word = typed?.trim() ?? "";
  const offersNew = onCreate !== undefined && word !== "" && options !== undefined;
  const size = (options?.length ?? 0) + (offersNew ? 1 : 0);
  const active = open && size > 0 ? Math.min(wanted, size - 1) : -1;
  const idOf = (index: number) => `${list}-${index}`;

  function close() {
    if (typed !== null) props.onType("");
    setOpen(false);
    setTyped(null);
    setWanted(0);
  }

  function choose(index: number) {
    const option = options?.[index];
    close();
    if (option !== undefined) props.onChoose(option);
    else if (offersNew) onCreate(word);
  }

  useEscape(open, close);
  useEffect(() => {
    if (active >= 0)
      document.getElementById(`${list}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active, list]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (open && size > 0) setWanted((active + step + size) % size);
      setOpen(true);
    } else if (event.key === "Enter" && open) {
      if (active >= 0) choose(active);
    } else return;
    event.preventDefault();
  }

  return (
    <Field label={props.label} hint={props.hint} error={props.error} className={props.className}>
      {(wired) => (
        <div className="relative">
          <input
            {...wired}
            ref={props.inputRef}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={list}
            aria-activedescendant={active >= 0 ? idOf(active) : undefined}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: the first field of a drawer that somebody has just opened
            autoFocus={props.autoFocus}
            disabled={props.disabled}
            placeholder={props.placeholder}
            value={typed ?? chosen}
            onChange={(event) => {
              setTyped(event.target.value);
              setWanted(0);
              setOpen(true);
              props.onType(event.target.value.trim());
            }}
            onFocus={(event) => event.target.select()}
            onClick={() => setOpen(true)}
            onBlur={() => {
              close();
              props.onBlur?.();
            }}
            onKeyDown={onKeyDown}
            className={cx(box, "pr-9", props.error && "border-late")}
          />
          <span className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-ink-3">
            {open && options === undefined ? <Spinner /> : <ChevronDown className="size-4" />}
          </span>
          <span role="status" className="sr-only">
            {open && options
              ? t("{n} option found | {n} options found", { n: options.length })
              : null}
          </span>
          <div
            id={list}
            role="listbox"
            aria-label={typeof props.label === "string" ? props.label : undefined}
            hidden={!open || size === 0}
            // the press must not take the focus from the field
            onMouseDown={(event) => event.preventDefault()}
            className="absolute top-full z-30 mt-1.5 max-h-72 w-full overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-3 [&[hidden]]:hidden"
          >
            {options?.map((option, index) => (
              <Option
                key={props.optionKey(option)}
                id={idOf(index)}
                active={index === active}
                onChoose={() => choose(index)}
                onPoint={() => setWanted(index)}
              >
                {props.option(option)}
              </Option>
            ))}
            {offersNew ? (
              <Option
                id={idOf(size - 1)}
                active={size - 1 === active}
                onChoose={() => choose(size - 1)}
                onPoint={() => setWanted(size - 1)}
              >
                <Plus aria-hidden="true" className="size-4 shrink-0" />
                <span className="truncate">{t("Create “{word}”", { word })}</span>
              </Option>
            ) : null}
          </div>
        </div>
      )}
    </Field>
  );
}

type OptionProps = {
  id: string;
  active: boolean;
  onChoose: () => void;
  onPoint: () => void;
  children: ReactNode;
};

function Option({ id, active, onChoose, onPoint, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the field, where the focus stays
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      onClick={onChoose}
      onMouseMove={onPoint}
      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 font-medium aria-selected:bg-sunken max-tablet:min-h-11"
    >
      {children}
    </div>
  );
}

/** Escape closes the options and nothing around them; a dialog listens at the document. */
function useEscape(open: boolean, close: () => void) {
  useEffect(() => {
    if (!open) return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      close();
    };
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  });
}
