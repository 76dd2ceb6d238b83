"use client";

import { useLayoutEffect, useState } from "react";
import type { LiveText } from "@/components/reader/text/text-context";
import type { Span } from "@/editor/positions";

export type Box = { left: number; top: number; width: number; height: number };

const none: readonly Box[] = [];

/** Where spans stand, line by line, measured from the frame around the text; again after every new layout. */
export function useBoxes(text: LiveText, spans: readonly Span[]): readonly Box[] {
  const [boxes, setBoxes] = useState<readonly Box[]>(none);
  useLayoutEffect(() => {
    const measure = () => {
      const now = spans.length === 0 ? none : boxesOf(text, spans);
      setBoxes((before) => (areSame(before, now) ? before : now));
    };
    measure();
    if (spans.length === 0) return;
    const { element } = text.view;
    let size = sizeOf(element);
    const observer = new ResizeObserver(() => {
      // It begins with the size that was measured just now, or with another one if the window changed meanwhile.
      const now = sizeOf(element);
      if (now === size) return;
      size = now;
      measure();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [text, spans]);
  return boxes;
}

const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement) => `${offsetWidth} × ${offsetHeight}`;

/** Line by line: what marks cut into pieces is one box again. */
function boxesOf({ view }: LiveText, spans: readonly Span[]): Box[] {
  const origin = originOf(view.element);
  const boxes: Box[] = [];
  for (const { left, top, width, height } of view.rectsOf(spans)) {
    const box = { left: left - origin.left, top: top - origin.top, width, height };
    const last = boxes.at(-1);
    const goesOn = last && Math.abs(last.top - box.top) < 2 && touch(last, box);
    if (goesOn) boxes[boxes.length - 1] = around(last, box);
    else if (width > 0) boxes.push(box);
  }
  return boxes;
}

/** Where the things that float over the text count from. */
export function originOf(element: HTMLElement): { left: number; top: number } {
  return (element.closest(".text-frame") ?? element).getBoundingClientRect();
}

const areSame = (a: readonly Box[], b: readonly Box[]) =>
  a.length === b.length &&
  a.every((box, at) => {
    const other = b[at];
    return other && (["left", "top", "width", "height"] as const).every((side) => box[side] === other[side]);
  });

const touch = (a: Box, b: Box) => a.left <= b.left + b.width + 2 && b.left <= a.left + a.width + 2;

function around(a: Box, b: Box): Box {
  const left = Math.min(a.left, b.left);
  return { left, top: a.top, width: Math.max(a.left + a.width, b.left + b.width) - left, height: a.height };
}
