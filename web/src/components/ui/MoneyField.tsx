import { type ComponentProps, useLayoutEffect, useRef, useState } from "react";
import { cx } from "@/lib/cx";
import { exactFigures, parseAmount } from "@/lib/money";
import { Field } from "./Field";

type Props = {
  label: string;
  currency: string;
  /** A decimal string, or "" for none. */
  value: string;
  /** Told a decimal string, or what was typed when that is no amount. */
  onChange: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  className?: string;
} & Pick<ComponentProps<"input">, "autoFocus" | "name" | "disabled" | "onBlur">;

/** The code at the left, figures at the right; grouped when left, plain while typing. */
export function MoneyField({ label, hint, error, className, ...input }: Props) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(wired) => (
        <span
          className={cx(
            "flex min-h-10 items-center gap-2 rounded-control border border-edge bg-surface px-3 max-tablet:min-h-11",
            "focus-within:outline-2 focus-within:outline-offset-[-1px] focus-within:outline-focus",
            error && "border-late",
          )}
        >
          <span aria-hidden="true" className="text-xs text-ink-3">
            {input.currency}
          </span>
          <MoneyInput {...input} {...wired} className="grow text-right outline-none" />
        </span>
      )}
    </Field>
  );
}

/** As the API and `parseAmount` write amounts; anything else is what somebody typed. */
const DECIMAL = /^\d+(\.\d+)?$/;

type InputProps = Omit<ComponentProps<"input">, "value" | "onChange"> &
  Pick<Props, "currency" | "value" | "onChange">;

/** The bare input, for cells of a table. */
export function MoneyInput({ currency, value, onChange, onBlur, className, ...rest }: InputProps) {
  const [typing, setTyping] = useState<string | null>(null);
  const entered = useRef<HTMLInputElement>(null);
  const isEntered = typing !== null;
  // only now: the plain figures take the place of the grouped ones, and new text has nothing marked
  useLayoutEffect(() => {
    if (isEntered) entered.current?.select();
  }, [isEntered]);
  const shown = typing ?? (DECIMAL.test(value) ? exactFigures(value, currency) : value);
  return (
    <input
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={value === "" && typing === null ? "" : shown}
      onFocus={(event) => {
        setTyping(value);
        entered.current = event.target;
      }}
      onChange={(event) => {
        setTyping(event.target.value);
        onChange(parseAmount(event.target.value, currency) ?? event.target.value);
      }}
      onBlur={(event) => {
        setTyping(null);
        onBlur?.(event);
      }}
      className={cx("figures w-full min-w-0 bg-transparent", className)}
    />
  );
}
