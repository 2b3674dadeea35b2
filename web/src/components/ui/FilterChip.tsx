import { ArrowDownUp, Check, Plus, X } from "lucide-react";
import { DropdownMenu, Popover } from "radix-ui";
import { type ReactNode, useState } from "react";
import { cx } from "@/lib/cx";
import { t } from "../locales";

const chip =
  "inline-flex h-8 shrink-0 items-center rounded-control border text-sm font-medium whitespace-nowrap max-tablet:h-11";
const over =
  "z-30 rounded-card border border-line bg-surface shadow-3 animate-[enter-fade_var(--quick)]";

/** Search at the left, filters beside it; on a phone the filters in a row that scrolls. */
export function FilterBar({ search, children }: { search?: ReactNode; children: ReactNode }) {
  return (
    <div className="my-3 flex flex-wrap items-center gap-2">
      {search}
      <div className="-m-1 flex min-w-0 grow items-center gap-2 overflow-x-auto p-1 [scrollbar-width:none]">
        {children}
      </div>
    </div>
  );
}

type Around = {
  label: string;
  /** What is chosen, in words; undefined while the filter is only possible. */
  value: ReactNode | undefined;
  onClear: () => void;
};

/** A filter that is set is filled and has a ×, one that is possible is dashed and has a +. */
function Chip({
  label,
  value,
  onClear,
  trigger,
}: Around & { trigger: (b: ReactNode) => ReactNode }) {
  if (value === undefined) {
    return trigger(
      <button
        type="button"
        className={cx(chip, "gap-1.5 border-dashed border-edge px-2.5 text-ink-2 hover:bg-sunken")}
      >
        <Plus aria-hidden="true" className="size-3.5" />
        {label}
      </button>,
    );
  }
  return (
    <span className={cx(chip, "border-line-2 bg-quiet-bg")}>
      {trigger(
        <button type="button" className="flex h-full items-center gap-1.5 rounded-control pl-2.5">
          {label} <b className="font-semibold">{value}</b>
        </button>,
      )}
      <button
        type="button"
        aria-label={t("Clear {label}", { label })}
        onClick={onClear}
        className="grid h-full w-7 place-items-center rounded-control hover:text-late max-tablet:w-11"
      >
        <X className="size-3.5" />
      </button>
    </span>
  );
}

/** A filter whose choice needs more than a list: a range of days, a customer. */
export function FilterChip({
  children,
  ...around
}: Around & { children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Chip {...around} trigger={(button) => <Popover.Trigger asChild>{button}</Popover.Trigger>} />
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={around.label}
          className={cx(over, "w-[300px] max-w-[calc(100vw-24px)] p-4")}
        >
          {children(() => setOpen(false))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

type Choices<K extends string> = {
  label: string;
  options: readonly { key: K; label: string }[];
  chosen: K | undefined;
};

/** A filter that is one of a few words. */
export function FilterChoice<K extends string>({
  onChoose,
  ...choices
}: Choices<K> & { onChoose: (key: K | undefined) => void }) {
  const { label, options, chosen } = choices;
  return (
    <DropdownMenu.Root>
      <Chip
        label={label}
        value={options.find((option) => option.key === chosen)?.label}
        onClear={() => onChoose(undefined)}
        trigger={(button) => <DropdownMenu.Trigger asChild>{button}</DropdownMenu.Trigger>}
      />
      <Options {...choices} onChoose={onChoose} />
    </DropdownMenu.Root>
  );
}

/** In what order a list stands; on a phone the only way to say it. */
export function SortChoice<K extends string>({
  onChoose,
  ...choices
}: Choices<K> & { onChoose: (key: K) => void }) {
  const { label, options, chosen } = choices;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          aria-label={label}
          className={cx(
            chip,
            "ml-auto gap-1.5 border-transparent px-2.5 text-ink-2 hover:bg-sunken",
          )}
        >
          <ArrowDownUp aria-hidden="true" className="size-3.5" />
          {options.find((option) => option.key === chosen)?.label ?? label}
        </button>
      </DropdownMenu.Trigger>
      <Options {...choices} onChoose={onChoose} />
    </DropdownMenu.Root>
  );
}

function Options<K extends string>({
  options,
  chosen,
  onChoose,
}: Choices<K> & { onChoose: (key: K) => void }) {
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align="start"
        sideOffset={6}
        collisionPadding={12}
        className={cx(over, "min-w-44 p-1")}
      >
        <DropdownMenu.RadioGroup value={chosen ?? ""} onValueChange={(key) => onChoose(key as K)}>
          {options.map((option) => (
            <DropdownMenu.RadioItem
              key={option.key}
              value={option.key}
              className="flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-control px-2.5 font-medium outline-none data-highlighted:bg-sunken max-tablet:min-h-11"
            >
              {option.label}
              <DropdownMenu.ItemIndicator>
                <Check className="size-4" />
              </DropdownMenu.ItemIndicator>
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  );
}
