"use client";

import { Popover as Radix } from "radix-ui";
import { type RefObject, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { classes } from "@/components/ui/classes";
import { ComboboxList } from "@/components/ui/combobox-list";
import { useField } from "@/components/ui/field";
import { floating } from "@/components/ui/floating";
import { Icon } from "@/components/ui/icon";
import { inputLook } from "@/components/ui/input";
import { type ComboboxProps, type ComboboxState, type Option, useCombobox } from "@/components/ui/use-combobox";

export type { Option };

/**
 * A field that proposes while one types. Arrow keys walk the list, Enter takes, Escape closes and keeps what was chosen.
 * With `onQuery` the caller finds the options itself; without it they are narrowed by their words.
 */
export function Combobox(props: ComboboxProps) {
  const { label, value, busy, createLabel } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const state = useCombobox(props);
  const { open, setOpen, close } = state;
  return (
    <Radix.Root open={open} onOpenChange={(now) => (now ? setOpen(true) : close())}>
      <Radix.Anchor asChild>
        <span className="relative block min-w-0">
          <Words props={props} state={state} list={id} input={input} />
          <Ends props={props} input={input} />
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
        <ComboboxList id={id} label={label} value={value} busy={busy} createLabel={createLabel} state={state} />
      </Radix.Content>
    </Radix.Root>
  );
}

type Its = { props: ComboboxProps; input: RefObject<HTMLInputElement | null> };

/** Where one types: the field keeps the focus, and names the active row to those who listen. */
function Words({ props, input, state, list }: Its & { state: ComboboxState; list: string }) {
  const { label, placeholder, disabled = false, autoFocus = false } = props;
  const greeted = useRef(false);
  const { open, last, at, words, setOpen, close, write, onKeyDown } = state;
  return (
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
      value={words}
      onChange={(event) => write(event.target.value)}
      onClick={() => setOpen(true)}
      onBlur={close}
      onKeyDown={onKeyDown}
      className={classes(inputLook, "min-h-8.5 pe-14 [unicode-bidi:plaintext]")}
    />
  );
}

/** Takes back what was chosen; the arrow is for the eye. */
function Ends({ props: { value, disabled = false, onChange }, input }: Its) {
  const t = useTranslations("ui");
  return (
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
  );
}
