"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";

/** A name on hover and focus. The thing it stands on must already carry the same name for those who listen. */
export function Tooltip({ label, kbd, children }: { label: ReactNode; kbd?: string; children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            sideOffset={6}
            collisionPadding={8}
            className="settles z-50 flex max-w-72 items-center gap-2 rounded-2 border border-line-strong bg-surface px-2.5 py-1.5 text-small text-ink shadow-float"
          >
            {label}
            {kbd ? <Kbd>{kbd}</Kbd> : null}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
