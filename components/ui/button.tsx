"use client";

import Link from "next/link";
import type { ComponentProps, ReactNode, Ref } from "react";
import { classes } from "@/components/ui/classes";
import { Kbd } from "@/components/ui/kbd";

export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const looks: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-on-accent hover:brightness-110 active:brightness-95",
  plain: "border-line-strong bg-surface text-ink hover:bg-hover active:bg-sunken",
  quiet: "border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink active:bg-sunken",
  danger: "border-bad bg-bad text-on-bad hover:brightness-110 active:brightness-95",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-7 px-2.5 py-1 text-small",
  medium: "min-h-8.5 px-3 py-1.5 text-small",
  large: "min-h-11 px-4 py-2 text-base",
};

function look(variant: ButtonVariant, size: ButtonSize, className?: string) {
  return classes(
    "inline-flex items-center justify-center gap-2 rounded-2 border font-medium whitespace-nowrap no-underline transition-colors select-none",
    "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50",
    looks[variant],
    sizes[size],
    className,
  );
}

interface Shape {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** The key that does the same, if there is one. */
  kbd?: string | undefined;
  icon?: ReactNode;
}

export interface ButtonProps extends Shape, ComponentProps<"button"> {
  /** Work is under way: the button keeps its focus and takes no second press. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  variant = "plain",
  size = "medium",
  kbd,
  icon,
  busy = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const onAccent = variant === "primary" || variant === "danger";
  return (
    <button
      type={type}
      className={look(variant, size, className)}
      {...rest}
      {...(busy ? { "aria-disabled": true, "aria-busy": true } : {})}
      {...(kbd ? { "aria-keyshortcuts": kbd } : {})}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      {children}
      {kbd ? <Kbd onAccent={onAccent}>{kbd}</Kbd> : null}
    </button>
  );
}

/** Leads somewhere and looks like a button. */
export function ButtonLink({
  variant = "plain",
  size = "medium",
  kbd,
  icon,
  className,
  children,
  ...rest
}: Shape & ComponentProps<typeof Link>) {
  return (
    <Link className={look(variant, size, className)} {...rest}>
      {icon}
      {children}
      {kbd ? <Kbd onAccent={variant === "primary"}>{kbd}</Kbd> : null}
    </Link>
  );
}
