import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "@/lib/cx";
import { t } from "../locales";
import { Button } from "./Button";

type Props = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** For screen readers, when the title alone does not say it. */
  description?: string;
  /** Beside the title. */
  beside?: ReactNode;
  /** The acts, at the bottom. */
  foot?: ReactNode;
  children: ReactNode;
  /** Keeps it open while something would be lost. */
  mayClose?: () => boolean;
};

const scrim = "fixed inset-0 z-20 bg-scrim animate-[enter-fade_var(--base)]";

function Frame({ title, description, beside, foot, children, body }: Props & { body: string }) {
  return (
    <>
      <header className="flex min-h-14 items-center gap-3 border-b border-line py-2 pr-3 pl-6 max-tablet:pl-4">
        <Radix.Title className="text-xl font-semibold tracking-[-0.01em]">{title}</Radix.Title>
        {description ? (
          <Radix.Description className="sr-only">{description}</Radix.Description>
        ) : null}
        <div className="flex grow items-center gap-3 text-sm text-ink-3">{beside}</div>
        <Radix.Close asChild>
          <Button kind="ghost" square aria-label={t("Close")} icon={<X className="size-4" />} />
        </Radix.Close>
      </header>
      <div className={body}>{children}</div>
      {foot ? (
        <footer className="flex flex-wrap items-center justify-end gap-3 border-t border-line bg-surface px-6 py-3.5 pb-[max(14px,env(safe-area-inset-bottom))] max-tablet:px-4">
          {foot}
        </footer>
      ) : null}
    </>
  );
}

function Root({
  open,
  onClose,
  mayClose,
  className,
  children,
  ...rest
}: Props & { className: string }) {
  return (
    <Radix.Root
      open={open}
      onOpenChange={(wanted) => !wanted && (mayClose?.() ?? true) && onClose()}
    >
      <Radix.Portal>
        <Radix.Overlay className={scrim} />
        <Radix.Content
          className={cx("fixed z-21 flex flex-col bg-surface shadow-3 outline-none", className)}
          {...(rest.description ? {} : { "aria-describedby": undefined })}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** From the right: an editor over the page it belongs to. The whole page on a phone. */
export function Drawer({ narrow, ...props }: Props & { narrow?: boolean }) {
  return (
    <Root
      {...props}
      className={cx(
        "inset-y-0 right-0 animate-[enter-side_var(--base)_var(--out)] max-tablet:w-full",
        narrow ? "w-[min(640px,92vw)]" : "w-[min(1040px,92vw)]",
      )}
    >
      <Frame {...props} body="min-h-0 grow overflow-y-auto" />
    </Root>
  );
}

/** In the middle; from below on a phone. */
export function Dialog({ wide, ...props }: Props & { wide?: boolean }) {
  return (
    <Root
      {...props}
      className={cx(
        "top-1/2 left-1/2 max-h-[92vh] -translate-x-1/2 -translate-y-1/2 overflow-hidden rounded-sheet animate-[enter-fade_var(--base)]",
        wide ? "w-[min(1040px,94vw)]" : "w-[min(560px,94vw)]",
        "max-tablet:inset-x-0 max-tablet:top-auto max-tablet:bottom-0 max-tablet:w-auto max-tablet:translate-none max-tablet:rounded-b-none max-tablet:animate-[enter-up_var(--slow)_var(--out)]",
      )}
    >
      <Frame {...props} body="min-h-0 grow overflow-y-auto p-6 max-tablet:p-4" />
    </Root>
  );
}
