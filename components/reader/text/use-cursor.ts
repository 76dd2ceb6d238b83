"use client";

import { useRef } from "react";
import { useDeeds } from "@/components/reader/keys/keys";
import type { ReaderSession } from "@/components/reader/session/session";
import { keepInSight } from "@/components/reader/text/scroll";
import type { LiveText } from "@/components/reader/text/text-context";
import type { Hand } from "@/components/reader/text/use-choosing";
import type { TagId } from "@/domain/ids";
import { type Cursor, chosen, cursorOn, moved, type Step, type Way } from "@/editor/cursor";
import type { Span } from "@/editor/positions";

/**
 * The word cursor: a read-only text has no caret of its own, so this one goes by words, follows the eye in
 * right-to-left text, and what it stands on is chosen.
 */
export function useCursor(text: LiveText | null, session: ReaderSession, told: { chosen(by: Hand): void }) {
  const last = useRef<{ cursor: Cursor; selected: TagId | null } | undefined>(undefined);
  const column = useRef<number | undefined>(undefined);

  /** The keys are the text's own from the start: while nothing else has the focus, they are about it. */
  const inText = () => {
    const { activeElement } = document;
    const isNobodys = !activeElement || activeElement === document.body || activeElement.id === "content";
    if (text && isNobodys) text.view.element.focus({ preventScroll: true });
    return text?.view.element.contains(document.activeElement) ?? false;
  };

  /** Where the keyboard stands: on the chosen words, else where it was, else beside the selected tag. */
  const here = (way: Way): Cursor | undefined => {
    if (!text) return undefined;
    const { passage, selected, annotations } = session.getState();
    const known = last.current;
    if (passage.length > 0) {
      const isKnown = known && same(chosen(text.words, known.cursor), passage);
      return isKnown ? known.cursor : cursorOn(text.words, passage);
    }
    if (known && known.selected === selected) return known.cursor;
    const tag = selected ? cursorOn(text.words, annotations.get(selected)?.segments ?? []) : undefined;
    const word = way > 0 ? tag?.head : tag?.anchor;
    return word && { anchor: word, head: word };
  };

  const go = (cursor: Cursor | undefined, keepColumn = false): false | undefined => {
    if (!text || !cursor) return undefined;
    last.current = { cursor, selected: session.getState().selected };
    if (!keepColumn) column.current = undefined;
    const rect = text.view.rectsOf([cursor.head])[0];
    if (rect) keepInSight(rect);
    session.choose(chosen(text.words, cursor));
    told.chosen("keys");
    return undefined;
  };

  const step = (by: Step, way: Way, extend = false) => {
    if (!text || !inText()) return false;
    const cursor = here(way);
    if (!cursor) return go(firstInSight(text));
    return go(moved(text.words, text.view.document, cursor, { step: by, way, extend }));
  };

  /** On the screen, "right" is back in a right-to-left block. */
  const sideways = (by: Step, side: Way, extend = false) => {
    const turned = here(1)?.head.piece.direction === "rtl" ? -1 : 1;
    return step(by, side === turned ? 1 : -1, extend);
  };

  const line = (way: Way, extend = false) => {
    if (!text || !inText()) return false;
    const cursor = here(way);
    if (!cursor) return go(firstInSight(text));
    const rect = text.view.rectsOf([cursor.head])[0];
    if (!rect) return false;
    keepInSight({ top: rect.top - 2 * rect.height, bottom: rect.bottom + 2 * rect.height });
    const from = text.view.rectsOf([cursor.head])[0] ?? rect;
    column.current ??= (from.left + from.right) / 2;
    for (let lines = 1; lines <= 5; lines += 0.5) {
      const y = (from.top + from.bottom) / 2 + way * lines * from.height * 1.2;
      const point = text.view.pointAt(column.current, y);
      const head = point === undefined ? undefined : text.words.near(point);
      const isBeyond = head && (way > 0 ? head.start > cursor.head.start : head.start < cursor.head.start);
      const other = head && text.view.rectsOf([head])[0];
      if (isBeyond && other && Math.abs(other.top - from.top) > from.height / 2) {
        return go({ anchor: extend ? cursor.anchor : head, head }, true);
      }
    }
    return step("block", way, extend);
  };

  useDeeds({
    "word-right": () => sideways("word", 1),
    "word-left": () => sideways("word", -1),
    "extend-right": () => sideways("word", 1, true),
    "extend-left": () => sideways("word", -1, true),
    "sentence-right": () => sideways("sentence", 1),
    "sentence-left": () => sideways("sentence", -1),
    "extend-sentence-right": () => sideways("sentence", 1, true),
    "extend-sentence-left": () => sideways("sentence", -1, true),
    "line-down": () => line(1),
    "line-up": () => line(-1),
    "extend-down": () => line(1, true),
    "extend-up": () => line(-1, true),
    "block-down": () => step("block", 1),
    "block-up": () => step("block", -1),
    "extend-block-down": () => step("block", 1, true),
    "extend-block-up": () => step("block", -1, true),
    "block-start": () => step("block-border", -1),
    "block-end": () => step("block-border", 1),
    "extend-block-start": () => step("block-border", -1, true),
    "extend-block-end": () => step("block-border", 1, true),
  });
}

const same = (a: readonly Span[], b: readonly Span[]) =>
  a.length === b.length && a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end);

/** The first word that can be seen whole below the page's bar. */
function firstInSight({ view, words }: LiveText): Cursor | undefined {
  const { left } = view.element.getBoundingClientRect();
  const section = view.sections().find((each) => each.getBoundingClientRect().bottom > 80) ?? view.sections()[0];
  const top = Math.max(80, section?.getBoundingClientRect().top ?? 80);
  const point = view.pointAt(left + 40, top + 20) ?? view.document.pieces[0]?.start;
  const word = point === undefined ? undefined : words.near(point);
  return word && { anchor: word, head: word };
}
