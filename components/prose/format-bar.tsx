"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { ProseTool } from "@/components/prose/tools";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

/** Buttons for what keys do as well. One of them is a stop of the Tab key, arrows lead to the others. */
export function FormatBar({ editor, tools, label }: { editor: Editor; tools: readonly ProseTool[]; label: string }) {
  const t = useTranslations("ui.prose");
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => tools.map(({ isOn }) => isOn?.(now) ?? false),
  });

  const step = (event: React.KeyboardEvent) => {
    const buttons: Element[] = [...(bar.current?.querySelectorAll("button") ?? [])];
    const here = document.activeElement ? buttons.indexOf(document.activeElement) : -1;
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (way === undefined || here < 0) return;
    event.preventDefault();
    const turned = getComputedStyle(event.currentTarget).direction === "rtl" ? -way : way;
    const next = buttons[(here + turned + buttons.length) % buttons.length];
    if (next instanceof HTMLElement) next.focus();
  };

  const button = (tool: ProseTool, index: number): ReactNode => {
    const { name, named, icon, kbd, isOn, run } = tool;
    const common = {
      size: "small" as const,
      ...(kbd ? { kbd } : {}),
      ...(isOn && name !== "link" ? { "aria-pressed": active[index] ?? false } : {}),
      tabIndex: index === Math.min(stop, tools.length - 1) ? 0 : -1,
      onFocus: () => setStop(index),
      onMouseDown: (event: React.MouseEvent) => event.preventDefault(),
      onClick: () => run(editor),
    };
    const look = active[index] ? "bg-accent-wash text-accent" : "";
    if (named !== undefined) {
      return (
        <Button key={named} variant="quiet" icon={icon} className={`px-1.5 ${look}`} {...common}>
          {named}
        </Button>
      );
    }
    return <IconButton key={name} className={`size-7 px-0 ${look}`} label={t(name)} icon={icon} {...common} />;
  };
  return (
    <div ref={bar} role="toolbar" aria-label={label} className="flex flex-wrap" onKeyDown={step}>
      {tools.map(button)}
    </div>
  );
}
