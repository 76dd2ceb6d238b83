"use client";

import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { floating } from "@/components/ui/floating";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";

const itemLook =
  "flex min-h-8 w-full cursor-default items-center gap-2.5 rounded-2 px-2.5 py-1 text-small text-ink no-underline outline-none select-none data-[disabled]:text-ink-3 data-[highlighted]:bg-hover forced-colors:data-[highlighted]:outline-2";

/** A button's list of actions. Arrow keys move, letters jump, Escape leaves. */
export function Menu({
  trigger,
  align = "end",
  startsOpen = false,
  children,
}: {
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  startsOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <Radix.Root modal={false} defaultOpen={startsOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={classes(floating, "max-w-80 min-w-56 p-1.5")}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function MenuItem({
  icon,
  kbd,
  danger = false,
  disabled = false,
  onSelect,
  children,
}: {
  icon?: ReactNode;
  kbd?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={classes(itemLook, danger && "text-bad")}>
      {icon}
      <span className="grow">{children}</span>
      {kbd ? <Kbd>{kbd}</Kbd> : null}
    </Radix.Item>
  );
}

export function MenuLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <Radix.Item asChild>
      <Link href={href} className={itemLook}>
        {icon}
        {children}
      </Link>
    </Radix.Item>
  );
}

/** One of several, in a menu. */
export function MenuChoice<V extends string>({
  label,
  options,
  value,
  onChange,
  closes = false,
}: {
  label: string;
  options: readonly { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
  /** Choosing closes the menu; otherwise it stays, to try another. */
  closes?: boolean;
}) {
  return (
    <>
      <Radix.Label className="eyebrow px-2.5 pt-2 pb-1">{label}</Radix.Label>
      <Radix.RadioGroup value={value}>
        {options.map((option) => (
          <Radix.RadioItem
            key={option.value}
            value={option.value}
            className={itemLook}
            onSelect={(event) => {
              if (!closes) event.preventDefault();
              onChange(option.value);
            }}
          >
            <span className="grid size-4 place-items-center">
              <Radix.ItemIndicator>
                <Icon name="check" />
              </Radix.ItemIndicator>
            </span>
            {option.label}
          </Radix.RadioItem>
        ))}
      </Radix.RadioGroup>
    </>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 py-1.5 text-small text-ink-2">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="mx-1 my-1.5 h-px bg-line" />;
}
