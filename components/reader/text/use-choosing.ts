"use client";

import { useEffect } from "react";
import type { ReaderSession } from "@/components/reader/session/session";
import { isShown, quoted } from "@/components/reader/text/drawn";
import type { LiveText } from "@/components/reader/text/text-context";
import type { TagId } from "@/domain/ids";
import { added } from "@/editor/adjust";

export type Hand = "mouse" | "touch" | "keys";
export type Stack = { ids: readonly TagId[]; x: number; y: number };

type Told = {
  /** Words were chosen, and with what. */
  chosen(by: Hand): void;
  /** More than one tag stands under the pointer (client pixels). */
  stacked(stack: Stack | null): void;
};

const SETTLED_MS = 250;

/**
 * Choosing with mouse and finger: whole words, with Alt exact characters; a third click takes the sentence, a fourth
 * the block; Ctrl adds to what is chosen. A click without words selects the shortest tag there, the next click the
 * one below.
 */
export function useChoosing(text: LiveText | null, session: ReaderSession, told: Told) {
  useEffect(() => {
    if (!text) return;
    const { view, words } = text;
    const root = view.element;
    let touching = false;
    let pressed = false;
    let settle: number | undefined;
    let lastStack = "";
    let chose = false;

    const shown = (id: string): id is TagId => {
      const annotation = session.getState().annotations.get(id as TagId);
      return annotation !== undefined && isShown(annotation, session.getState().filters);
    };
    const tagsUnder = (target: EventTarget | null) => view.under(target).filter(shown);

    const down = (event: PointerEvent) => {
      touching = event.pointerType !== "mouse";
      pressed = event.button === 0;
      chose = false;
    };
    const up = (event: MouseEvent) => {
      if (!pressed || touching) return;
      pressed = false;
      const spans = byClicks(event) ?? upTo(event) ?? words.snap(view.selected(), event.altKey);
      if (spans.length === 0) return;
      chose = true;
      const all = event.ctrlKey || event.metaKey ? added(session.getState().passage, spans) : spans;
      document.getSelection()?.removeAllRanges();
      session.choose(all);
      told.chosen("mouse");
    };
    const byClicks = ({ detail, clientX, clientY }: MouseEvent) => {
      const point = detail >= 3 ? view.pointAt(clientX, clientY) : undefined;
      if (point === undefined) return undefined;
      if (detail === 3) {
        const sentence = words.sentenceAt(point);
        return sentence && words.snap([sentence]);
      }
      const piece = view.positions.pieceAt(point);
      const block = view.document.pieces.filter(({ block }) => block === piece?.block);
      return words.snap(view.positions.spansOf(block[0]?.from ?? 0, block.at(-1)?.to ?? 0));
    };
    const upTo = ({ shiftKey, clientX, clientY }: MouseEvent) => {
      const { passage } = session.getState();
      const [first] = passage;
      const point = shiftKey ? view.pointAt(clientX, clientY) : undefined;
      if (!first || point === undefined) return undefined;
      return words.snap([{ start: Math.min(first.start, point), end: Math.max(passage.at(-1)?.end ?? 0, point) }]);
    };
    const click = (event: MouseEvent) => {
      if (chose || event.detail > 1 || view.selected().length > 0) return;
      const ids = tagsUnder(event.target);

      session.choose([]);
      const stack = ids.join(" ");
      const at = (id: TagId | null) => (id ? ids.indexOf(id) : -1);
      const below = stack === lastStack ? at(session.getState().selected) + 1 : 0;
      lastStack = stack;
      session.select(ids[below % Math.max(1, ids.length)] ?? null);
      told.stacked(ids.length > 1 ? { ids, x: event.clientX, y: event.clientY } : null);
    };
    const over = (event: PointerEvent) => {
      if (event.pointerType === "mouse") session.hover(tagsUnder(event.target)[0] ?? null);
    };
    const leave = () => session.hover(null);
    const selectionChange = () => {
      if (!touching) return;
      window.clearTimeout(settle);
      settle = window.setTimeout(() => {
        const spans = words.snap(view.selected());
        if (spans.length === 0) return;
        session.choose(spans);
        told.chosen("touch");
      }, SETTLED_MS);
    };

    /** The chosen words are painted, not selected: they are copied all the same. */
    const copy = (event: ClipboardEvent) => {
      const { passage } = session.getState();
      const isOurs = document.activeElement === root || document.activeElement === document.body;
      if (passage.length === 0 || !isOurs || view.selected().length > 0) return;
      event.clipboardData?.setData("text/plain", quoted(session.getState(), passage));
      event.preventDefault();
    };

    root.addEventListener("pointerdown", down);
    document.addEventListener("copy", copy);
    root.addEventListener("click", click);
    root.addEventListener("pointerover", over);
    root.addEventListener("pointerleave", leave);
    document.addEventListener("mouseup", up);
    document.addEventListener("selectionchange", selectionChange);
    return () => {
      window.clearTimeout(settle);
      root.removeEventListener("pointerdown", down);
      root.removeEventListener("click", click);
      root.removeEventListener("pointerover", over);
      root.removeEventListener("pointerleave", leave);
      document.removeEventListener("copy", copy);
      document.removeEventListener("mouseup", up);
      document.removeEventListener("selectionchange", selectionChange);
    };
  }, [text, session, told]);
}
