import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "@/lib/cx";

/** How a control that is typed into looks. */
export const box =
  "w-full min-h-10 rounded-control border border-edge bg-surface px-3 outline-offset-[-1px] disabled:border-line-2 disabled:bg-surface-2 disabled:text-ink-2 max-tablet:min-h-11 max-tablet:text-lg";

export type Around = {
  label: ReactNode;
  /** At the right of the label. */
  beside?: ReactNode;
  /** Said below the field until there is an error. */
  hint?: ReactNode;
  error?: string | undefined;
  className?: string | undefined;
};

type Wired = {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

/** Label above, sentence below, tied together for screen readers. */
export function Field({
  label,
  beside,
  hint,
  error,
  className,
  children,
}: Around & { children: (wired: Wired) => ReactNode }) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className={cx("flex flex-col gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-sm leading-4 font-semibold">
          {label}
        </label>
        {beside}
      </div>
      {children({
        id,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": below ? `${id}-below` : undefined,
      })}
      {below ? (
        <p id={`${id}-below`} className={cx("text-sm", error ? "text-late" : "text-ink-3")}>
          {below}
        </p>
      ) : null}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  className,
  ...rest
}: Around & ComponentProps<"input">) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(wired) => <input {...rest} {...wired} className={cx(box, error && "border-late")} />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  className,
  ...rest
}: Around & ComponentProps<"textarea">) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(wired) => (
        <textarea
          rows={4}
          {...rest}
          {...wired}
          className={cx(box, "py-2.5", error && "border-late")}
        />
      )}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  error,
  className,
  ...rest
}: Around & ComponentProps<"select">) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(wired) => (
        <select
          {...rest}
          {...wired}
          className={cx(
            box,
            "appearance-none bg-[url('/chevron.svg')] bg-[length:16px] bg-[position:right_12px_center] bg-no-repeat pr-9",
            error && "border-late",
          )}
        />
      )}
    </Field>
  );
}

export function DateField(props: Around & Omit<ComponentProps<"input">, "type">) {
  return <TextField {...props} type="date" />;
}
