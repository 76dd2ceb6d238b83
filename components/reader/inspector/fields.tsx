"use client";

import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Input, Select, Textarea } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";

/** How long after the last key a field keeps what was written, in milliseconds. */
export const PAUSE = 700;

/**
 * What is being written in a field: kept after a pause, on leaving the field, and when the field goes away.
 * A value that changes elsewhere is shown at once, unless somebody is writing here.
 */
function useWriting(value: string, keep: (text: string) => void) {
  const [written, setWritten] = useState<string | null>(null);
  const latest = useRef<string | null>(null);
  const flush = useEffectEvent(() => {
    if (latest.current !== null && latest.current !== value) keep(latest.current);
    latest.current = null;
  });
  useEffect(() => {
    if (written === null) return;
    const timer = setTimeout(() => {
      flush();
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [written]);
  useEffect(() => () => flush(), []);
  return {
    value: written ?? value,
    onChange: ({ target }: { target: { value: string } }) => {
      latest.current = target.value;
      setWritten(target.value);
    },
    onBlur: () => {
      if (latest.current !== null && latest.current !== value) keep(latest.current);
      latest.current = null;
      setWritten(null);
    },
  };
}

type Written = {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  hint?: ReactNode;
  error?: ReactNode;
  disabled?: boolean;
};

const orNothing = (text: string) => (text.trim() === "" ? undefined : text);

export function TextField({
  label,
  value = "",
  onChange,
  hint,
  error,
  disabled = false,
  type = "text",
  inline = true,
  ...rest
}: Written & {
  type?: "text" | "date" | "number";
  inline?: boolean;
  min?: number;
  step?: string;
  placeholder?: string;
}) {
  const writing = useWriting(value, (text) => onChange(orNothing(text)));
  return (
    <Field label={label} hint={hint} error={error} inline={inline}>
      <Input
        type={type}
        dir={type === "text" ? "auto" : undefined}
        className="min-h-7.5 px-2 py-0.5"
        disabled={disabled}
        {...rest}
        {...writing}
      />
    </Field>
  );
}

export function LongTextField({
  label,
  value = "",
  onChange,
  hint,
  disabled = false,
  rows = 2,
}: Written & { rows?: number }) {
  const writing = useWriting(value, (text) => onChange(orNothing(text)));
  return (
    <Field label={label} hint={hint}>
      <Textarea rows={rows} className="px-2 py-1" disabled={disabled} {...writing} />
    </Field>
  );
}

/**
 * A few values side by side. Pressing the one that is set keeps it, and confirms it where it was a guess; taking it back
 * is a button of its own, or Delete.
 */
export function ChoiceField<V extends string>({
  label,
  options,
  value,
  onChange,
  guessed = false,
  explained,
  disabled = false,
}: {
  label: string;
  options: readonly { value: V; label: string; name?: string }[];
  value: V | undefined;
  onChange: (value: V | undefined) => void;
  /** Nobody has said so yet: it was read off the claim's words. */
  guessed?: boolean;
  /** What tells a newcomer what this is. */
  explained?: ReactNode;
  disabled?: boolean;
}) {
  const t = useTranslations("panels");
  const clear = value === undefined || disabled ? undefined : () => onChange(undefined);
  return (
    <Field
      label={label}
      inline
      aside={
        clear ? (
          <IconButton
            size="small"
            className="size-6 min-h-6 px-0 text-ink-3"
            label={t("clear", { field: label })}
            icon={<Icon name="close" className="size-3" />}
            onClick={clear}
            onKeyDown={(event) => {
              if (event.key !== "Delete" && event.key !== "Backspace") return;
              event.preventDefault();
              clear();
            }}
          />
        ) : null
      }
    >
      <span className="flex min-w-0 items-center gap-1">
        <span className="min-w-0 grow">
          <Segmented
            label={label}
            options={options}
            value={value ?? null}
            onChange={onChange}
            onClear={clear}
            guess={guessed ? t("guess") : undefined}
            disabled={disabled}
          />
        </span>
        {explained}
      </span>
    </Field>
  );
}

export function SelectField<V extends string>({
  label,
  options,
  value,
  onChange,
  none,
  disabled = false,
}: {
  label: string;
  options: readonly { value: V; label: string }[];
  value: V | undefined;
  onChange: (value: V | undefined) => void;
  /** What choosing nothing is called. */
  none: string;
  disabled?: boolean;
}) {
  return (
    <Field label={label} inline>
      <Select
        className="min-h-7.5 px-2 py-0.5"
        value={value ?? ""}
        disabled={disabled}
        onChange={({ target }) => onChange(options.find((option) => option.value === target.value)?.value)}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A part of a form that folds when it is empty. */
export function Group({ title, filled, children }: { title: ReactNode; filled: boolean; children: ReactNode }) {
  const [open, setOpen] = useState(filled);
  return (
    <details
      open={open || filled}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group/fold border-t border-line pt-1.5"
    >
      <summary className="flex min-h-7 items-center gap-1.5 rounded-1 text-small text-ink-2 select-none hover:text-ink [&::-webkit-details-marker]:hidden">
        <span aria-hidden="true" className="w-3 text-center text-ink-3 group-open/fold:hidden">
          +
        </span>
        <span aria-hidden="true" className="hidden w-3 text-center text-ink-3 group-open/fold:inline">
          –
        </span>
        {title}
      </summary>
      <div className="flex flex-col gap-2 pt-1 pb-2">{children}</div>
    </details>
  );
}
