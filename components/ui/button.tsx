"use client";

import type { ComponentProps, ReactNode, Ref } from "react";
import { type ButtonSize, type ButtonVariant, buttonLook } from "@/components/ui/button-look";
import { Kbd } from "@/components/ui/kbd";

export interface ButtonShape {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** The key that does the same, if there is one. */
  kbd?: string | undefined;
  icon?: ReactNode;
}

export interface ButtonProps extends ButtonShape, ComponentProps<"button"> {
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
      className={buttonLook(variant, size, className)}
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
