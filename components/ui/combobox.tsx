"use client";

import { Popover as Radix } from "radix-ui";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { classes } from "@/components/ui/classes";
import { useField } from "@/components/ui/field";
import { floating } from "@/components/ui/floating";
import { Icon } from "@/components/ui/icon";
import { inputLook } from "@/components/ui/input";

export interface Option {
  value: string;
  label: string;
  /** A second, quieter line or sign. */
  detail?: ReactNode;
  icon?: ReactNode;
}

/**
 * A field that proposes while one types. Arrow keys walk the list, Enter takes, Escape closes and keeps what was chosen.
 * With `onQuery` the caller finds the options itself; without it they are narrowed by their words.
 */
export function Combobox({
  label,
  options,
  value,
  valueLabel,
  onChange,
  onQuery,
  onCreate,
  mayCreate = () => true,
  createLabel,
  placeholder,
  busy = false,
  disabled = false,
  autoFocus = false,
}: {
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
}) {
  const t = useTranslations("ui");
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const greeted = useRef(false);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);

  const chosen = options.find((option) => option.value === value);
  const shown = query && !onQuery ? options.filter((option) => matches(option, query)) : options;
  const exact = shown.some((option) => option.label.toLocaleLowerCase() === query?.trim().toLocaleLowerCase());
  const asked = query?.trim() ?? "";
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

  return (
    <Radix.Root open={open} onOpenChange={(now) => (now ? setOpen(true) : close())}>
      <Radix.Anchor asChild>
        <span className="relative block min-w-0">
          <input
            ref={(element) => {
              input.current = element;
              if (element && autoFocus && !greeted.current) element.focus();
              greeted.current = true;
            }}
            {...useField()}
            type="text"
            role="combobox"
            aria-label={label}
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            {...(open && last >= 0 ? { "aria-activedescendant": `${list}-${at}` } : {})}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            disabled={disabled}
            value={query ?? chosen?.label ?? valueLabel ?? ""}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
              setOpen(true);
              onQuery?.(event.target.value);
            }}
            onClick={() => setOpen(true)}
            onBlur={close}
            onKeyDown={onKeyDown}
            className={classes(inputLook, "min-h-8.5 pe-14 [unicode-bidi:plaintext]")}
          />
          <span className="absolute inset-e-1 inset-y-0 my-auto flex h-6 items-center">
            {value !== null && !disabled ? (
              <button
                type="button"
                tabIndex={-1}
                aria-label={t("clear")}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  onChange(null);
                  input.current?.focus();
                }}
                className="grid size-6 place-items-center rounded-1 text-ink-3 hover:bg-hover hover:text-ink"
              >
                <Icon name="close" className="size-3.5" />
              </button>
            ) : null}
            <Icon name="down" className="pointer-events-none mx-1 text-ink-3" />
          </span>
        </span>
      </Radix.Anchor>
      <Radix.Content
        role="presentation"
        align="start"
        sideOffset={4}
        collisionPadding={8}
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => {
          if (input.current && event.target instanceof Node && input.current.contains(event.target))
            event.preventDefault();
        }}
        onMouseDown={(event) => event.preventDefault()}
        className={classes(
          floating,
          "max-h-72 w-(--radix-popover-trigger-width) min-w-56 overflow-y-auto p-1.5 text-small",
        )}
      >
        <div id={list} role="listbox" aria-label={label} aria-busy={busy}>
          {shown.map((option, index) => (
            <Row
              key={option.value}
              id={`${list}-${index}`}
              active={index === at}
              selected={option.value === value}
              onTake={() => take(index)}
              onPoint={() => setActive(index)}
            >
              {option.icon}
              <span dir="auto" className="min-w-0 grow truncate">
                {option.label}
              </span>
              {option.detail ? <span className="shrink-0 text-ink-3">{option.detail}</span> : null}
            </Row>
          ))}
          {creatable ? (
            <Row
              id={`${list}-${shown.length}`}
              active={at === shown.length}
              selected={false}
              onTake={() => take(shown.length)}
              onPoint={() => setActive(shown.length)}
            >
              <Icon name="add" className="text-accent" />
              <span dir="auto">{createLabel?.(creatable) ?? t("create", { query: creatable })}</span>
            </Row>
          ) : null}
        </div>
        {last < 0 ? (
          <p className="px-2.5 py-2 text-ink-3">{busy ? t("loading") : t("noMatch", { query: query ?? "" })}</p>
        ) : null}
        <output className="sr-only">{t("matches", { count: shown.length })}</output>
      </Radix.Content>
    </Radix.Root>
  );
}

function Row({
  id,
  active,
  selected,
  onTake,
  onPoint,
  children,
}: {
  id: string;
  active: boolean;
  selected: boolean;
  onTake: () => void;
  onPoint: () => void;
  children: ReactNode;
}) {
  return (
    // The keyboard works on the field above, which names the active row.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      data-active={active || undefined}
      ref={(row) => {
        if (active) row?.scrollIntoView({ block: "nearest" });
      }}
      onClick={onTake}
      onKeyDown={() => undefined}
      onMouseMove={onPoint}
      className="flex min-h-8 cursor-default items-center gap-2 rounded-2 px-2.5 py-1 aria-selected:font-medium data-active:bg-hover forced-colors:data-active:outline-2"
    >
      {children}
    </div>
  );
}

function matches(option: Option, query: string): boolean {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const label = `${option.label} ${option.detail ?? ""}`.toLocaleLowerCase();
  return words.every((word) => label.includes(word));
}
