import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { cx } from "@/lib/cx";
import { t } from "../locales";
import { type Around, box, Field } from "./Field";

/** A secret; it can be shown while it is typed. */
export function PasswordField({
  label,
  beside,
  hint,
  error,
  className,
  ...rest
}: Around & Omit<ComponentProps<"input">, "type">) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={label} beside={beside} hint={hint} error={error} className={className}>
      {(wired) => (
        <span className="relative block">
          <input
            {...rest}
            {...wired}
            type={shown ? "text" : "password"}
            autoCapitalize="none"
            spellCheck={false}
            className={cx(box, "pr-12", error && "border-late")}
          />
          <button
            type="button"
            aria-label={t("Show what is typed")}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-control text-ink-3 hover:text-ink"
          >
            <Icon className="size-4" strokeWidth={1.75} />
          </button>
        </span>
      )}
    </Field>
  );
}
