"use client";

import { RadioGroup } from "radix-ui";
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { arrowsChoose } from "@/components/ui/arrows-choose";
import { classes } from "@/components/ui/classes";
import { columnsOf, evenRows } from "@/components/ui/even-rows";
import { useField } from "@/components/ui/field";

export interface Segment<V extends string> {
  value: V;
  label: ReactNode;
  /** For those who listen, where the label is a sign. */
  name?: string;
  disabled?: boolean;
}

/**
 * A few choices side by side, one of them taken: a group of radio buttons. Arrow keys move and choose. Pressing the
 * chosen one again changes nothing, but where it is a `guess` it is thereby confirmed. With `onClear`, Delete takes the
 * choice back.
 */
export function Segmented<V extends string>({
  label,
  options,
  value,
  onChange,
  onClear,
  guess,
  disabled = false,
  oneRow = false,
}: {
  label: string;
  options: readonly Segment<V>[];
  value: V | null;
  onChange: (value: V) => void;
  onClear?: (() => void) | undefined;
  /** The chosen one was only guessed: what that means, in words. */
  guess?: string | undefined;
  disabled?: boolean;
  /** Where the room follows from what stands in it, as in a bar: never laid out in several rows. */
  oneRow?: boolean;
}) {
  const { required: _required, ...field } = useField();
  const root = useRef<HTMLDivElement>(null);
  const fitting = useRows(root, options.length);
  const sizes = oneRow ? [options.length] : fitting;
  const { columns, spans } = columnsOf(sizes);
  const stacked = sizes.length > 1;

  const press = (event: KeyboardEvent) => {
    if (!onClear || (event.key !== "Delete" && event.key !== "Backspace")) return;
    event.preventDefault();
    if (value !== null && !disabled) onClear();
  };

  return (
    <RadioGroup.Root
      {...field}
      ref={root}
      aria-label={label}
      orientation="horizontal"
      value={value ?? ""}
      disabled={disabled}
      onValueChange={(chosen) => {
        const option = options.find((each) => each.value === chosen);
        if (option) onChange(option.value);
      }}
      onKeyDownCapture={arrowsChoose}
      onKeyDown={press}
      className={classes(
        "max-w-full gap-px overflow-hidden rounded-2 border border-line-strong bg-line",
        stacked ? "grid" : "inline-flex self-start",
      )}
      style={stacked ? { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` } : undefined}
    >
      {options.map((option, at) => {
        const guessed = guess !== undefined && option.value === value;
        return (
          <RadioGroup.Item
            key={option.value}
            value={option.value}
            disabled={option.disabled ?? false}
            {...(option.name ? { "aria-label": option.name } : {})}
            {...(guessed ? { title: guess, "data-guess": "" } : {})}
            onClick={() => {
              if (guessed) onChange(option.value);
            }}
            style={stacked ? { gridColumn: `span ${spans[at] ?? 1}` } : undefined}
            className={segmentLook(guessed)}
          >
            <span className="inline-block">{option.label}</span>
          </RadioGroup.Item>
        );
      })}
    </RadioGroup.Root>
  );
}

const segmentLook = (guessed: boolean) =>
  classes(
    "relative min-h-7 min-w-7 grow bg-surface px-2 py-1 text-small whitespace-nowrap text-ink transition-colors hover:bg-hover",
    "focus-visible:z-10 focus-visible:-outline-offset-2 disabled:cursor-not-allowed disabled:text-ink-3",
    guessed
      ? "bg-accent-wash text-accent before:absolute before:inset-0.75 before:rounded-1 before:border before:border-dashed before:border-accent"
      : "data-[state=checked]:bg-accent data-[state=checked]:font-medium data-[state=checked]:text-on-accent data-[state=checked]:focus-visible:outline-on-accent",
  );

/** The space between a cell's border and its words, both sides, and the least that a cell takes (`min-w-7`). */
const PADDING = 16;
const LEAST = 28;

/** How the cells are shared out among rows in the room that there is; measured again when that changes. */
function useRows(root: React.RefObject<HTMLDivElement | null>, count: number): readonly number[] {
  const [sizes, setSizes] = useState<readonly number[]>([count]);
  useLayoutEffect(() => {
    const { current } = root;
    const parent = current?.parentElement;
    if (!current || !parent) return;
    const measure = () => {
      const words = [...current.querySelectorAll<HTMLElement>("[role=radio] > span")];
      const widths = words.slice(0, count).map(widthOf);
      const now = evenRows(widths, parent.clientWidth - 2);
      setSizes((before) => (before.join() === now.join() ? before : now));
    };
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(parent);
    return () => observer.disconnect();
  }, [root, count]);
  return sizes.reduce((sum, size) => sum + size, 0) === count ? sizes : [count];
}

const widthOf = (words: HTMLElement) => Math.max(LEAST, Math.ceil(words.getBoundingClientRect().width) + PADDING);
