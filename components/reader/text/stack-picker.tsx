"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { TagGlyph } from "@/components/annotate/tags/tag-glyph";
import { useDesk, useReader } from "@/components/annotate/use-desk";
import { useText } from "@/components/reader/text/text-context";
import type { Stack } from "@/components/reader/text/told";
import { classes } from "@/components/ui/classes";
import { floating } from "@/components/ui/floating";

const ROW = 36;

/** All the tags that stand on the words under the pointer, the shortest first. */
export function StackPicker({ stack, onClose }: { stack: Stack; onClose: () => void }) {
  const t = useTranslations("reader");
  const { view } = useText();
  const desk = useDesk();
  const selected = useReader((state) => state.selected);
  const annotations = useReader((state) => state.annotations);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    const away = (event: Event) => {
      const inside = event.target instanceof Node && list.current?.contains(event.target);
      if (!inside) onClose();
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose();
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("keydown", onEscape);
    window.addEventListener("scroll", onClose, { passive: true });
    return () => {
      window.removeEventListener("scroll", onClose);
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("keydown", onEscape);
    };
  }, [onClose]);

  const height = ROW * stack.ids.length + 8;
  return (
    <ul
      ref={list}
      aria-label={t("stack")}
      className={classes(floating, "fixed z-20 w-72 font-sans max-w-[calc(100vw-1rem)] p-1")}
      style={{
        left: Math.max(8, Math.min(stack.x - 24, window.innerWidth - 300)),
        top: stack.y + 18 + height > window.innerHeight ? stack.y - 18 - height : stack.y + 18,
      }}
    >
      {stack.ids.map((id) => {
        const annotation = annotations.get(id);
        if (!annotation) return null;
        return (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === selected}
              onPointerEnter={() => desk.hover(id)}
              onPointerLeave={() => desk.hover(null)}
              onClick={() => {
                desk.select(id);
                onClose();
                view.element.focus({ preventScroll: true });
              }}
              className="flex min-h-9 w-full items-center gap-2 rounded-2 px-2.5 py-1.5 text-start text-small hover:bg-hover aria-pressed:bg-accent-wash"
            >
              <TagGlyph kind={annotation.kind} />
              <span dir="auto" className="truncate font-serif">
                {annotation.segments.map(({ quote }) => quote).join(" … ")}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
