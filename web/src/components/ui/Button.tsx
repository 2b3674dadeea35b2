import { Link, type LinkProps } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "@/lib/cx";
import { Spinner } from "./Spinner";

/** `spark` moves money or a message and stands once in a view; `ink` is any other main act. */
type Kind = "spark" | "ink" | "plain" | "ghost" | "bad";
type Size = "small" | "normal" | "large";

type Look = { kind?: Kind | undefined; size?: Size | undefined; square?: boolean | undefined };

const kinds: Record<Kind, string> = {
  spark:
    "bg-spark border-spark-edge text-on-spark hover:bg-spark-hover shadow-[inset_0_1px_0_rgb(255_255_255/.35)]",
  ink: "bg-ink-fill border-ink-fill text-on-ink hover:bg-ink-fill-hover",
  plain: "bg-surface border-line-2 hover:border-edge",
  ghost: "border-transparent text-ink-2 hover:bg-sunken",
  bad: "border-transparent text-late hover:bg-late-bg",
};

const sizes: Record<Size, string> = {
  small: "h-7 px-2.5 text-sm rounded-[7px] max-tablet:h-11 max-tablet:px-4",
  normal: "h-9 px-3.5 rounded-control max-tablet:h-11",
  large: "h-12 px-5 text-lg rounded-[10px]",
};

const squares: Record<Size, string> = {
  small: "w-7 px-0! max-tablet:w-11",
  normal: "w-9 px-0! max-tablet:w-11",
  large: "w-12 px-0!",
};

const look = ({ kind = "plain", size = "normal", square }: Look) =>
  cx(
    "inline-flex items-center justify-center gap-2 border font-semibold whitespace-nowrap transition",
    "active:translate-y-px disabled:opacity-55 disabled:pointer-events-none select-none",
    kinds[kind],
    sizes[size],
    square && squares[size],
  );

type ButtonProps = Look &
  Omit<ComponentProps<"button">, "children"> & {
    children?: ReactNode;
    icon?: ReactNode;
    /** Keeps the width and turns the icon into a ring. */
    busy?: boolean | undefined;
  };

export function Button({
  kind,
  size,
  square,
  icon,
  busy,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled || busy}
      aria-busy={busy || undefined}
      className={cx(look({ kind, size, square }), className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}

type ButtonLinkProps = Look &
  LinkProps & { icon?: ReactNode; className?: string; children?: ReactNode };

/** Goes somewhere, and looks like a button. */
export function ButtonLink({
  kind,
  size,
  square,
  icon,
  children,
  className,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...(rest as LinkProps)} className={cx(look({ kind, size, square }), className)}>
      {icon}
      {children}
    </Link>
  );
}

type DownloadLinkProps = Look &
  ComponentProps<"a"> & { href: string; icon?: ReactNode; busy?: boolean };

/** Saves a file that opens without the session, and looks like a button. */
export function DownloadLink({
  kind,
  size,
  square,
  icon,
  busy,
  children,
  className,
  ...rest
}: DownloadLinkProps) {
  return (
    <a
      download
      {...rest}
      aria-busy={busy || undefined}
      className={cx(look({ kind, size, square }), className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </a>
  );
}
