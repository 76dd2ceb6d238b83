"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Tooltip } from "@/components/ui/tooltip";

/** A button that is only a drawing: its label is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  kbd,
  variant = "quiet",
  className,
  ...rest
}: { label: string; icon: ReactNode } & Omit<ButtonProps, "children" | "icon" | "aria-label">) {
  return (
    <Tooltip label={label} {...(kbd ? { kbd } : {})}>
      <Button
        variant={variant}
        aria-label={label}
        className={classes("size-8 shrink-0 px-0", className)}
        {...(kbd ? { "aria-keyshortcuts": kbd } : {})}
        {...rest}
      >
        {icon}
      </Button>
    </Tooltip>
  );
}
