"use client";

import Link from "next/link";
import type { ComponentProps } from "react";
import type { ButtonShape } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Kbd } from "@/components/ui/kbd";

/** Leads somewhere and looks like a button. */
export function ButtonLink({
  variant = "plain",
  size = "medium",
  kbd,
  icon,
  className,
  children,
  ...rest
}: ButtonShape & ComponentProps<typeof Link>) {
  return (
    <Link className={buttonLook(variant, size, className)} {...rest}>
      {icon}
      {children}
      {kbd ? <Kbd onAccent={variant === "primary"}>{kbd}</Kbd> : null}
    </Link>
  );
}
