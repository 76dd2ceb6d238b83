"use client";

import type { ComponentProps } from "react";
import { classes } from "@/components/ui/classes";
import { useField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";

/** The look of anything a person writes or chooses in. */
export const inputLook =
  "w-full min-w-0 rounded-2 border border-edge bg-surface px-3 py-1.5 text-small text-ink transition-colors hover:border-ink-2 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3 aria-invalid:border-bad max-sm:text-base";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...useField()} className={classes(inputLook, "min-h-8.5", className)} {...rest} />;
}

/** Grows with what is written in it. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      dir="auto"
      rows={rows}
      {...useField()}
      className={classes(inputLook, "field-sizing-content resize-y leading-relaxed", className)}
      {...rest}
    />
  );
}

/** The platform's own list: the fastest on a phone and by keyboard. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className="relative block min-w-0">
      <select {...useField()} className={classes(inputLook, "min-h-8.5 appearance-none pe-8", className)} {...rest}>
        {children}
      </select>
      <Icon name="down" className="pointer-events-none absolute inset-e-2.5 inset-y-0 my-auto text-ink-3" />
    </span>
  );
}

/** A field to look for something in, with its glass. */
export function SearchInput({ className, ...rest }: ComponentProps<"input">) {
  return (
    <span className="relative block min-w-0">
      <Icon name="search" className="pointer-events-none absolute inset-s-2.5 inset-y-0 my-auto text-ink-3" />
      <input type="search" {...useField()} className={classes(inputLook, "min-h-8.5 ps-8", className)} {...rest} />
    </span>
  );
}
