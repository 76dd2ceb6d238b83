"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useDesk } from "@/components/annotate/use-desk";
import { isFolded, isInSight } from "@/components/reader/layout";
import type { Page, Panel } from "@/components/reader/panels";
import { printReport } from "@/components/reader/print/printing";
import { bringIntoSight } from "@/components/reader/text/scroll";
import type { LiveText } from "@/components/reader/text/text-context";

/** What the parts beside the text can ask, and which folded panel is open. */
export function usePanels(text: LiveText | null) {
  const router = useRouter();
  const desk = useDesk();
  const panels = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Panel | null>(null);
  const close = useCallback(() => setOpened(null), []);

  const page = useMemo<Page>(
    () => ({
      show(spans) {
        if (text) bringIntoSight(text.view, spans, { always: true });
      },
      toText() {
        setOpened(null);
        text?.view.element.focus({ preventScroll: true });
      },
      open(panel, focus = false) {
        setOpened(panel);
        if (focus) requestAnimationFrame(() => focusIn(panels.current, panel));
      },
      close: () => setOpened(null),
      isShown: (panel) => isInSight(panels.current, panel),
      readTo() {
        if (!text) return undefined;
        const { bottom, left, width } = text.view.element.getBoundingClientRect();
        if (bottom <= window.innerHeight) return desk.getState().report.codePoints;
        return text.view.pointAt(left + width / 2, window.innerHeight - 1);
      },
      openReport: (address) => router.push(address),
      print: () => void printReport(),
    }),
    [text, router, desk],
  );

  /** On a phone the sheet with a tag's details rises with the tag, and with what is decided on; not over words being chosen. */
  useEffect(
    () =>
      desk.subscribe(({ selected, reviewing, passage }, previous) => {
        if (reviewing && !previous.reviewing && isFolded(panels.current, "inspector")) setOpened("inspector");
        if (selected === previous.selected) return;
        if (!selected) setOpened((now) => (now === "inspector" && !reviewing ? null : now));
        else if (passage.length === 0 && isFolded(panels.current, "tags")) {
          setOpened("inspector");
          const spans = desk.getState().annotations.get(selected)?.segments;
          requestAnimationFrame(() => {
            if (text && spans) bringIntoSight(text.view, spans, { above: sheetTop(panels.current) });
          });
        }
      }),
    [desk, text],
  );

  return { page, opened, close, panels };
}

const sheetTop = (panels: HTMLElement | null) =>
  panels?.querySelector('.reader-panel[data-panel="inspector"]')?.getBoundingClientRect().top ?? window.innerHeight;

function focusIn(panels: HTMLElement | null, panel: Panel) {
  const element = panels?.querySelector<HTMLElement>(`[data-panel="${panel}"].reader-panel`);
  if (element && !element.contains(document.activeElement)) element.focus();
}
