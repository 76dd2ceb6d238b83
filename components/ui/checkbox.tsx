"use client";

import { Checkbox as Radix, Switch as RadixSwitch } from "radix-ui";
import { type ReactNode, useId } from "react";
import { Icon } from "@/components/ui/icon";

interface Choice {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  name?: string;
}

function Labelled({
  id,
  label,
  hint,
  children,
}: {
  id: string;
  label: ReactNode;
  hint: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="flex items-start gap-2.5 py-1">
      {children}
      <div className="min-w-0">
        <label htmlFor={id} className="block text-small leading-5">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-small text-ink-3">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}

export function Checkbox({ label, hint, checked, onChange, disabled = false, name }: Choice) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={(now) => onChange(now === true)}
        disabled={disabled}
        {...(name ? { name } : {})}
        {...(hint ? { "aria-describedby": `${id}-hint` } : {})}
        className="relative mt-0.5 grid size-4 shrink-0 place-items-center rounded-1 border border-edge bg-surface before:absolute before:-inset-1 hover:border-ink-2 disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-on-accent"
      >
        <Radix.Indicator className="grid">
          <Icon name="check" className="size-3 stroke-[2.4]" />
        </Radix.Indicator>
      </Radix.Root>
    </Labelled>
  );
}

/** On or off at once, without a form to send. */
export function Switch({ label, hint, checked, onChange, disabled = false, name }: Choice) {
  const id = useId();
  return (
    <Labelled id={id} label={label} hint={hint}>
      <RadixSwitch.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        {...(name ? { name } : {})}
        {...(hint ? { "aria-describedby": `${id}-hint` } : {})}
        className="group relative h-5 w-9 shrink-0 rounded-full border border-edge bg-sunken transition-colors before:absolute before:-inset-1 disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <RadixSwitch.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-ink-2 transition-transform group-data-[state=checked]:translate-x-4.5 group-data-[state=checked]:bg-on-accent rtl:-translate-x-0.5 rtl:group-data-[state=checked]:-translate-x-4.5 forced-colors:bg-[ButtonText]" />
      </RadixSwitch.Root>
    </Labelled>
  );
}
