"use client";

import { RadioGroup } from "radix-ui";
import { Fragment, type ReactNode, useId } from "react";
import { arrowsChoose } from "@/components/ui/arrows-choose";

/** One of a few, each with room for what it means, perhaps under headings. Arrow keys move and choose. */
export function RadioCards<V extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  /** Neighbours with the same `group` stand under it. */
  options: readonly { value: V; label: ReactNode; hint?: ReactNode; group?: string }[];
  value: V;
  onChange: (value: V) => void;
}) {
  const id = useId();
  const groupId = (group: string) => `${id}-${group.replaceAll(/\W+/g, "-")}`;
  return (
    <div>
      <p id={id} className="mb-2 text-small font-medium">
        {label}
      </p>
      <RadioGroup.Root
        aria-labelledby={id}
        value={value}
        onValueChange={(chosen) => {
          const option = options.find((each) => each.value === chosen);
          if (option) onChange(option.value);
        }}
        onKeyDownCapture={arrowsChoose}
        style={{ direction: "inherit" }}
        className="divide-y divide-line overflow-hidden rounded-2 border border-line-strong bg-surface"
      >
        {options.map((option, nth) => (
          <Fragment key={option.value}>
            {option.group !== undefined && option.group !== options[nth - 1]?.group ? (
              <p id={groupId(option.group)} className="bg-sunken px-3.5 py-1.5 text-small text-ink-2">
                {option.group}
              </p>
            ) : null}
            <RadioGroup.Item
              value={option.value}
              aria-describedby={option.group === undefined ? undefined : groupId(option.group)}
              className="group flex w-full items-start gap-3 px-3.5 py-2.5 text-start text-small hover:bg-hover focus-visible:-outline-offset-2 data-[state=checked]:bg-accent-wash"
            >
              <span
                aria-hidden="true"
                className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-edge bg-surface group-data-[state=checked]:border-accent"
              >
                <RadioGroup.Indicator className="size-2 rounded-full bg-accent forced-colors:bg-[Highlight]" />
              </span>
              <span>
                <span className="font-medium">{option.label}</span>
                {option.hint ? <span className="block text-ink-2">{option.hint}</span> : null}
              </span>
            </RadioGroup.Item>
          </Fragment>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
