import { Check, Minus } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";

type Props = {
  label: string;
  checked: boolean | "some";
  /** Told whether the shift key was held: a row then means all up to it. */
  onChange: (shift: boolean) => void;
  tabIndex?: number;
};

/** A bare box, for rows; 44 px around it can be pressed on a phone. */
export function Checkbox({ label, checked, onChange, tabIndex }: Props) {
  return (
    <Radix.Root
      aria-label={label}
      checked={checked === "some" ? "indeterminate" : checked}
      onClick={(event) => onChange(event.shiftKey)}
      tabIndex={tabIndex}
      className="relative grid size-4 place-items-center rounded-[4px] border-[1.5px] border-edge bg-surface align-middle text-on-ink after:absolute after:-inset-2.5 data-[state=checked]:border-ink-fill data-[state=checked]:bg-ink-fill data-[state=indeterminate]:border-ink-fill data-[state=indeterminate]:bg-ink-fill"
    >
      <Radix.Indicator>
        {checked === "some" ? (
          <Minus className="size-3" strokeWidth={3} />
        ) : (
          <Check className="size-3" strokeWidth={3} />
        )}
      </Radix.Indicator>
    </Radix.Root>
  );
}
