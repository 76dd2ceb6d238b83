"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import type { ReportQuote } from "@/domain/prose/prose";

type Tool = { name: "bold" | "italic" | "link" | "bulletList" | "orderedList" | "quote"; icon: IconName; kbd?: string };

const tools: readonly Tool[] = [
  { name: "bold", icon: "bold", kbd: "Control+B" },
  { name: "italic", icon: "italic", kbd: "Control+I" },
  { name: "link", icon: "link", kbd: "Control+K" },
  { name: "bulletList", icon: "bullets", kbd: "Control+Shift+8" },
  { name: "orderedList", icon: "numbers", kbd: "Control+Shift+7" },
  { name: "quote", icon: "quote" },
];

/** Buttons for what keys do as well. One of them is a stop of the Tab key, arrows lead to the others. */
export function FormatBar({
  editor,
  quotable,
  onLink,
}: {
  editor: Editor;
  /** The words of the report that would be quoted; left out where there is no report. */
  quotable?: (() => ReportQuote["attrs"] | undefined) | undefined;
  onLink: () => void;
}) {
  const t = useTranslations("ui.prose");
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => tools.map(({ name }) => name !== "quote" && now.isActive(name)),
  });

  const run = (name: Tool["name"]) => {
    if (name === "link") return onLink();
    const chain = editor.chain();
    editor.view.focus();
    if (name === "bold" || name === "italic") chain.toggleMark(name).run();
    else if (name !== "quote") chain.toggleList(name, "listItem").run();
    else {
      const attrs = quotable?.();
      if (attrs) chain.insertContent([{ type: "reportQuote", attrs }, { type: "paragraph" }]).run();
    }
  };
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

  const button = ({ name, icon, kbd }: Tool, index: number): ReactNode => (
    <IconButton
      key={name}
      size="small"
      className={`size-7 px-0 ${active[index] ? "bg-accent-wash text-accent" : ""}`}
      label={t(name)}
      icon={<Icon name={icon} />}
      {...(kbd ? { kbd } : {})}
      {...(name === "quote" || name === "link" ? {} : { "aria-pressed": active[index] ?? false })}
      tabIndex={index === stop ? 0 : -1}
      onFocus={() => setStop(index)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => run(name)}
    />
  );
  const shown = tools.filter(({ name }) => name !== "quote" || quotable);
  return (
    <div ref={bar} role="toolbar" aria-label={t("formatting")} className="flex flex-wrap" onKeyDown={step}>
      {shown.map(button)}
    </div>
  );
}
