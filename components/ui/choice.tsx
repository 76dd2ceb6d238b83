"use client";

import type { ComponentProps } from "react";
import { Select } from "@/components/ui/input";

type Props<T extends string> = Omit<ComponentProps<typeof Select>, "value" | "onChange" | "children"> & {
  value: T;
  options: readonly T[];
  nameOf: (option: T) => string;
  onChange: (option: T) => void;
};

/** One of a closed list, typed as such: what is chosen is always one of `options`. */
export function Choice<T extends string>({ value, options, nameOf, onChange, ...rest }: Props<T>) {
  return (
    <Select
      {...rest}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find((each) => each === target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {options.map((each) => (
        <option key={each} value={each}>
          {nameOf(each)}
        </option>
      ))}
    </Select>
  );
}
