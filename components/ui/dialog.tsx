"use client";

import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl";
import { classes } from "@/components/ui/classes";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

/**
 * A question that stops everything else until it is answered or closed. Focus goes in and comes back;
 * on a phone it rises from the lower edge.
 */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  trigger,
  footer,
  wide = false,
  children,
}: {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  trigger?: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("ui");
  const body = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 grid items-end justify-items-center overflow-y-auto bg-scrim sm:items-center sm:p-6">
          <Radix.Content
            ref={content}
            {...(description ? {} : { "aria-describedby": undefined })}
            onOpenAutoFocus={(event) => {
              const first = body.current?.querySelector<HTMLElement>(
                "input, textarea, select, [role=radio][tabindex='0']",
              );
              event.preventDefault();
              // Not the closing button: its tooltip would take the first Escape for itself.
              (first ?? content.current)?.focus();
            }}
            className={classes(
              "settles relative flex max-h-[92dvh] w-full flex-col outline-none rounded-t-3 border border-line bg-surface shadow-float sm:max-h-[min(86dvh,52rem)] sm:rounded-3",
              wide ? "sm:max-w-3xl" : "sm:max-w-lg",
            )}
          >
            <header className="flex items-start gap-4 border-b border-line px-5 py-4">
              <div className="min-w-0 grow">
                <Radix.Title className="font-serif text-lead font-semibold">{title}</Radix.Title>
                {description ? (
                  <Radix.Description className="mt-1 text-small text-ink-2">{description}</Radix.Description>
                ) : null}
              </div>
              <Radix.Close asChild>
                <IconButton label={t("close")} icon={<Icon name="close" />} className="-me-2 -mt-1" />
              </Radix.Close>
            </header>
            {/* Nothing stands over what scrolls here: heads of tables stick to its own edge. */}
            <div ref={body} className="flex min-h-0 grow flex-col gap-4 overflow-y-auto px-5 py-4 [--bar-height:0px]">
              {children}
            </div>
            {footer ? (
              <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
                {footer}
              </footer>
            ) : null}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Closes the dialog it stands in. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
