import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "@/lib/cx";

/** Acts behind a button. */
export function Menu({ button, children }: { button: ReactNode; children: ReactNode }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{button}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={6}
          className="z-30 min-w-48 rounded-card border border-line bg-surface p-1 shadow-3 animate-[enter-fade_var(--quick)]"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ItemProps = { icon?: ReactNode; onSelect: () => void; bad?: boolean; children: ReactNode };

export function MenuItem({ icon, onSelect, bad, children }: ItemProps) {
  return (
    <Radix.Item
      onSelect={onSelect}
      className={cx(
        "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 font-medium outline-none data-highlighted:bg-sunken max-tablet:min-h-11",
        bad && "text-late",
      )}
    >
      {icon}
      {children}
    </Radix.Item>
  );
}

export const MenuLine = () => <Radix.Separator className="my-1 h-px bg-line" />;
