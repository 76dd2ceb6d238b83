"use client";

import { type KeyboardEvent, type ReactNode, useState } from "react";

export interface Option {
  value: string;
  label: string;
  /** A second, quieter line or sign. */
  detail?: ReactNode;
  icon?: ReactNode;
}

export interface ComboboxProps {
  label: string;
  options: readonly Option[];
  value: string | null;
  /** What the chosen one is called, where it may not be among the options. */
  valueLabel?: string | undefined;
  onChange: (value: string | null) => void;
  onQuery?: (query: string) => void;
  /** Offers to make what is not in the list. */
  onCreate?: (query: string) => void;
  /** Whether it can be made from these words; any when left out. */
  mayCreate?: (query: string) => boolean;
  /** How making it is offered. */
  createLabel?: (query: string) => string;
  placeholder?: string;
  busy?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
}

type Asked = Pick<
  ComboboxProps,
  "options" | "value" | "valueLabel" | "onChange" | "onQuery" | "onCreate" | "mayCreate"
>;

/** What a combobox shows, and what its keys do. */
export function useCombobox({
  options,
  value,
  valueLabel,
  onChange,
  onQuery,
  onCreate,
  mayCreate = () => true,
}: Asked) {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);

  const chosen = options.find((option) => option.value === value);
  const shown = query && !onQuery ? options.filter((option) => matches(option, query)) : options;
  const asked = query?.trim() ?? "";
  const exact = shown.some((option) => option.label.toLocaleLowerCase() === asked.toLocaleLowerCase());
  const creatable = onCreate && asked && !exact && mayCreate(asked) ? asked : null;
  const last = shown.length - 1 + (creatable ? 1 : 0);
  const at = Math.min(active, Math.max(last, 0));

  function close() {
    setOpen(false);
    setQuery(null);
    setActive(0);
  }

  function take(index: number) {
    const option = shown[index];
    if (option) onChange(option.value);
    else if (creatable) onCreate?.(creatable);
    close();
  }

  function write(words: string) {
    setQuery(words);
    setActive(0);
    setOpen(true);
    onQuery?.(words);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setOpen(true);
      else setActive(event.key === "ArrowDown" ? (at >= last ? 0 : at + 1) : at <= 0 ? Math.max(last, 0) : at - 1);
    } else if (event.key === "Enter" && open && last >= 0) {
      event.preventDefault();
      take(at);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") close();
  }

  const words = query ?? chosen?.label ?? valueLabel ?? "";
  return { open, setOpen, query, words, shown, creatable, at, last, setActive, close, take, write, onKeyDown };
}

export type ComboboxState = ReturnType<typeof useCombobox>;

function matches(option: Option, query: string): boolean {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const label = `${option.label} ${option.detail ?? ""}`.toLocaleLowerCase();
  return words.every((word) => label.includes(word));
}
