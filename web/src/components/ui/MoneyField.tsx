import { type ComponentProps, useState } from "react";
import { cx } from "@/lib/cx";
import { figures, parseAmount } from "@/lib/money";
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

type InputProps = Omit<ComponentProps<"input">, "value" | "onChange"> &
  Pick<Props, "currency" | "value" | "onChange">;

/** The bare input, for cells of a table. */
export function MoneyInput({ currency, value, onChange, onBlur, className, ...rest }: InputProps) {
  const [typing, setTyping] = useState<string | null>(null);
  const shown =
    typing ?? (parseAmount(value, currency) === null ? value : figures(value, currency));
  return (
    <input
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={value === "" && typing === null ? "" : shown}
      onFocus={(event) => {
        setTyping(value);
        event.target.select();
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
