"use client";

import { type ComponentType, useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { Palette as Shown } from "@/components/palette/palette";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { useToast } from "@/components/ui/toast";

type PaletteProps = Parameters<typeof Shown>[0];

/** Ctrl+K or ⌘K, wherever nothing else takes it, opens what leads everywhere; it is fetched when it is first wanted. */
export function PaletteOpener() {
  const t = useTranslations("shell.palette");
  const tell = useToast();
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [open, setOpen] = useState(false);
  const show = async () => {
    try {
      const { Palette: brought } = await import("@/components/palette/palette");
      setPalette(() => brought);
      setOpen(true);
    } catch {
      tell({ tone: "bad", title: t("missing") });
    }
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isIt =
      event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    // In a text with formatting these keys make a link.
    const writes = event.target instanceof HTMLElement && event.target.isContentEditable;
    if (!isIt || event.defaultPrevented || writes) return;
    event.preventDefault();
    if (open) setOpen(false);
    else void show();
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <IconButton
        label={t("open")}
        aria-keyshortcuts="Control+K Meta+K"
        icon={<Icon name="search" className="size-4.5" />}
        className="max-sm:hidden"
        onClick={() => void show()}
      />
      {Palette && open ? <Palette onClose={() => setOpen(false)} /> : null}
    </>
  );
}
