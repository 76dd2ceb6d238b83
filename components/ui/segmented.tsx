"use client";

import { RadioGroup } from "radix-ui";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { useField } from "@/components/ui/field";

export interface Segment<V extends string> {
  value: V;
  label: ReactNode;
  /** For those who listen, where the label is a sign. */
  name?: string;
  disabled?: boolean;
}

/**
 * A few choices side by side, one of them taken: a group of radio buttons. Arrow keys move and choose;
 * pressing the chosen one again clears it where `clearable` is set.
 */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onChange,
  clearable = false,
  disabled = false,
}: {
  label: string;
  options: readonly Segment<V>[];
  value: V | null;
  onChange: (value: V | null) => void;
  clearable?: boolean;
  disabled?: boolean;
}) {
  const { required: _required, ...field } = useField();
  return (
    <RadioGroup.Root
      {...field}
      aria-label={label}
      orientation="horizontal"
      value={value ?? ""}
      disabled={disabled}
      onValueChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option) onChange(option.value);
      }}
      className="inline-flex max-w-full flex-wrap gap-px overflow-hidden rounded-2 border border-line-strong bg-line"
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          {...(option.name ? { "aria-label": option.name } : {})}
          onClick={() => {
            if (clearable && option.value === value) onChange(null);
          }}
          className={classes(
            "min-h-7 min-w-7 grow bg-surface px-2.5 py-1 text-small whitespace-nowrap text-ink transition-colors hover:bg-hover",
            "focus-visible:z-10 focus-visible:-outline-offset-2 disabled:cursor-not-allowed disabled:text-ink-3",
            "data-[state=checked]:bg-accent data-[state=checked]:font-medium data-[state=checked]:text-on-accent data-[state=checked]:focus-visible:outline-on-accent",
          )}
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
