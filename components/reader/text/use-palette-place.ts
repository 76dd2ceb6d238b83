"use client";

import { type CSSProperties, type RefObject, useLayoutEffect, useState } from "react";
import { type Place, placeOf, SIDE_WIDTH } from "@/components/reader/text/palette-place";
import type { LiveText } from "@/components/reader/text/text-context";
import { type Box, originOf } from "@/components/reader/text/use-layout";

/** Where the bar over the page ends, in pixels. */
const BAR = 52;

/** Keeps the buttons beside the chosen words, however the window or they themselves change; null until measured. */
export function usePalettePlace(
  bar: RefObject<HTMLDivElement | null>,
  { boxes, text, inTheWay }: { boxes: readonly Box[]; text: LiveText; inTheWay: boolean },
): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element || boxes.length === 0 || inTheWay) return;
    const put = () => {
      const next = beside(boxes, element, text.view.element);
      setPlace((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    put();
    const observer = new ResizeObserver(put);
    observer.observe(element);
    window.addEventListener("resize", put);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", put);
    };
  }, [bar, boxes, text, inTheWay]);
  return place;
}

export function styleOf(place: Place | null): CSSProperties {
  if (!place) return {};
  if (place.at === "side") return { left: place.left, top: place.top, width: SIDE_WIDTH };
  const { left, width, inset } = place;
  return { left, right: `calc(100vw - ${left + width}px)`, [place.at]: inset };
}

function beside(boxes: readonly Box[], bar: HTMLElement, root: HTMLElement): Place | null {
  const [first] = boxes;
  const last = boxes.at(-1);
  if (!first || !last) return null;
  const origin = originOf(root);
  const line = ({ top, height }: Box) => ({ top: top + origin.top, bottom: top + height + origin.top });
  const { left, right } = (root.closest("main") ?? document.body).getBoundingClientRect();
  const place = placeOf({
    first: line(first),
    last: line(last),
    textRight: (root.querySelector(".section-blocks") ?? root).getBoundingClientRect().right,
    page: { left: Math.max(0, left), right: Math.min(window.innerWidth, right) },
    high: BAR,
    low: sheetTop(root),
    height: bar.offsetHeight,
  });
  // In the margin it stays beside its words, however the page is scrolled.
  return place.at === "side" ? { ...place, left: place.left - origin.left, top: place.top - origin.top } : place;
}

/** The upper edge of a panel that has risen over the lower part of the page; else the window's own lower edge. */
function sheetTop(root: HTMLElement): number {
  const panels = root.closest(".reader")?.querySelectorAll<HTMLElement>(".reader-panel") ?? [];
  const tops = [...panels]
    .filter((panel) => getComputedStyle(panel).position === "fixed" && getComputedStyle(panel).visibility !== "hidden")
    .map((panel) => panel.getBoundingClientRect())
    .filter(({ left, width }) => left === 0 && width >= window.innerWidth)
    .map(({ top }) => top);
  return Math.min(window.innerHeight, ...tops);
}
