import { useEffect, useMemo } from "react";
import type { Comparing } from "@/components/compare/use-comparison";
import type { Page } from "@/components/reader/panels";
import { bringIntoSight } from "@/components/reader/text/scroll";
import type { LiveText } from "@/components/reader/text/text-context";

/** In the text with everybody's marks, paints what is being decided about and brings it into sight. */
export function usePointing(text: LiveText | null, { current }: Comparing) {
  useEffect(() => {
    if (!text || !current) return;
    const spans = current.type === "annotation" ? current.tags.flatMap(({ tag }) => tag.segments) : [];
    text.view.paint("found", spans);
    bringIntoSight(text.view, spans);
    return () => text.view.paint("found", []);
  }, [text, current]);
}

/** What panels of the reader can ask of this screen. */
export function usePage(text: LiveText | null): Page {
  return useMemo<Page>(
    () => ({
      show(spans) {
        if (text) bringIntoSight(text.view, spans, { always: true });
      },
      toText() {
        if (text) text.view.element.focus({ preventScroll: true });
        else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      },
      open: () => undefined,
      close: () => undefined,
      isShown: () => true,
      openReport: (address) => window.location.assign(address),
      print: () => window.print(),
      readTo: () => undefined,
    }),
    [text],
  );
}
