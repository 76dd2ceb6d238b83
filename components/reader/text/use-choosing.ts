"use client";

import { useEffect } from "react";
import type { Desk } from "@/client/desk/desk";
import { pickToo } from "@/client/desk/picking";
import { type Clicked, dragWords } from "@/components/reader/text/drag-words";
import { isShown } from "@/components/reader/text/drawn";
import { standAside } from "@/components/reader/text/floats";
import type { LiveText } from "@/components/reader/text/text-context";
import type { TagId } from "@/domain/ids";
import { clickedSpan } from "@/editor/clicked";
import { copied } from "@/editor/copy";

export type Hand = "mouse" | "touch" | "keys";
export type Stack = { ids: readonly TagId[]; x: number; y: number };

type Told = {
  /** Words were chosen, and with what. */
  chosen(by: Hand): void;
  /** More than one tag stands under the pointer (client pixels). */
  stacked(stack: Stack | null): void;
  /** A click on words without a tag: the keyboard goes on from there. Code points. */
  pointed(point: number): void;
};

const SETTLED_MS = 250;

/**
 * Choosing with mouse and finger; Shift goes on to the place that is clicked. A click without words selects the shortest
 * tag there, the next click the one below.
 */
export function useChoosing(text: LiveText | null, desk: Desk, told: Told) {
  useEffect(() => {
    if (!text) return;
    const { view, words } = text;
    const root = view.element;
    let touching = false;
    let settle: number | undefined;
    let lastStack = "";
    /** Whether the chosen words were chosen by finger, and the tag that was selected before the first of two taps. */
    let byTouch = false;
    let tagBefore: TagId | null = null;

    const shown = (id: string): id is TagId => {
      const annotation = desk.getState().annotations.get(id as TagId);
      return annotation !== undefined && isShown(annotation, desk.getState().filters);
    };
    const tagsUnder = (target: EventTarget | null) => view.under(target).filter(shown);

    const down = (event: PointerEvent) => {
      touching = event.pointerType !== "mouse";
    };
    const clicked = ({ target, x, y, adding }: Clicked) => {
      const ids = tagsUnder(target);
      if (adding && ids[0]) return pickToo(desk, [ids[0]]);
      desk.choose([]);
      const point = ids.length === 0 ? view.pointAt(x, y) : undefined;
      if (point !== undefined) told.pointed(point);
      const stack = ids.join(" ");
      const at = (id: TagId | null) => (id ? ids.indexOf(id) : -1);
      const below = stack === lastStack ? at(desk.getState().selected) + 1 : 0;
      lastStack = stack;
      desk.select(ids[below % Math.max(1, ids.length)] ?? null);
      told.stacked(ids.length > 1 ? { ids, x, y } : null);
    };
    const stopDragging = dragWords(text, desk, {
      isTouching: () => touching,
      chosen: () => {
        told.stacked(null);
        told.chosen("mouse");
      },
      clicked,
    });
    /** By finger, a second tap takes the word, and a tap on another word goes on to it; a tap on what is chosen ends it. */
    const tapped = ({ detail, clientX: x, clientY: y }: MouseEvent): boolean => {
      const { passage, selected } = desk.getState();
      const word = clickedSpan(text, 2, { x, y });
      const [first, last] = [passage[0], passage.at(-1)];
      if (!word || (detail !== 2 && !(byTouch && first && last))) return false;
      const isIn = passage.some(({ start, end }) => word.start >= start && word.end <= end);
      if (detail !== 2 && isIn) return false;
      const goesOn = detail !== 2 && first && last;
      const spans = goesOn
        ? words.between(Math.min(first.start, word.start), Math.max(last.end, word.end))
        : words.snap([word]);
      desk.choose(spans, detail === 2 ? tagBefore : selected);
      byTouch = true;
      told.stacked(null);
      told.chosen("touch");
      return true;
    };
    /** Clicks by finger and by those who need no mouse at all; the mouse's own end a drag that went nowhere. */
    const click = (event: MouseEvent) => {
      if (touching && event.detail === 1) tagBefore = desk.getState().selected;
      if (desk.getState().passage.length === 0 && event.detail === 1) byTouch = false;
      if (touching && tapped(event)) return;
      const byMouse = event.detail > 0 && !touching;
      if (byMouse || event.detail > 1 || view.selected().length > 0 || !(event.target instanceof Element)) return;
      const adding = event.ctrlKey || event.metaKey;
      clicked({ target: event.target, x: event.clientX, y: event.clientY, adding });
    };
    /** A drag that began beside the text, on the headline over it, is the browser's: what it covers of the text counts. */
    const up = (event: MouseEvent) => {
      if (touching || !document.getSelection()?.anchorNode?.parentElement?.closest("main")) return;
      const spans = words.snap(view.selected(), event.altKey);
      if (spans.length === 0) return;
      document.getSelection()?.removeAllRanges();
      desk.choose(spans);
      told.chosen("mouse");
    };
    const over = (event: PointerEvent) => {
      if (event.pointerType === "mouse") desk.hover(tagsUnder(event.target)[0] ?? null);
    };
    const leave = () => desk.hover(null);
    const selectionChange = () => {
      if (!touching) return;
      standAside(view.selected().length > 0);
      window.clearTimeout(settle);
      settle = window.setTimeout(() => {
        const spans = words.snap(view.selected());
        if (spans.length === 0) return;
        desk.choose(spans);
        byTouch = true;
        told.chosen("touch");
      }, SETTLED_MS);
    };

    /** The chosen words are painted, not selected: they are copied all the same. What goes beyond the text is the browser's. */
    const copy = (event: ClipboardEvent) => {
      const isOurs = document.activeElement === root || document.activeElement === document.body;
      const isNone = document.getSelection()?.isCollapsed ?? true;
      const spans = isNone && isOurs ? desk.getState().passage : isWithin(root) ? view.selected() : [];
      if (spans.length === 0) return;
      const { text: plain, html } = copied(view.document, words, spans);
      event.clipboardData?.setData("text/plain", plain);
      event.clipboardData?.setData("text/html", html);
      event.preventDefault();
    };

    document.addEventListener("pointerdown", down, true);
    document.addEventListener("copy", copy);
    root.addEventListener("click", click);
    root.addEventListener("pointerover", over);
    root.addEventListener("pointerleave", leave);
    document.addEventListener("mouseup", up);
    document.addEventListener("selectionchange", selectionChange);
    return () => {
      window.clearTimeout(settle);
      stopDragging();
      standAside(false);
      document.removeEventListener("pointerdown", down, true);
      root.removeEventListener("click", click);
      root.removeEventListener("pointerover", over);
      root.removeEventListener("pointerleave", leave);
      document.removeEventListener("copy", copy);
      document.removeEventListener("mouseup", up);
      document.removeEventListener("selectionchange", selectionChange);
    };
  }, [text, desk, told]);
}

/** Whether the browser's own selection lies in the text alone. */
function isWithin(root: HTMLElement): boolean {
  const selection = document.getSelection();
  return (
    selection !== null && selection.rangeCount > 0 && root.contains(selection.getRangeAt(0).commonAncestorContainer)
  );
}
