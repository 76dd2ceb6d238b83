"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Desk } from "@/client/desk/desk";
import { useDeeds } from "@/components/annotate/keys/keys";
import { keepInSight } from "@/components/reader/text/scroll";
import type { LiveText } from "@/components/reader/text/text-context";
import type { Hand } from "@/components/reader/text/use-choosing";
import type { TagId } from "@/domain/ids";
import { type Cursor, chosen, cursorOn, moved, type Step, type Way } from "@/editor/cursor";
import type { Span } from "@/editor/positions";
import type { Word } from "@/editor/words";

/** How long the page has to stand still before the reading position is looked for again, in milliseconds. */
const STILL = 120;

/** While nothing else has the focus, the keys are about the text. */
function focusText({ view }: LiveText) {
  const { activeElement } = document;
  const isNobodys = !activeElement || activeElement === document.body || activeElement.id === "content";
  if (isNobodys) view.element.focus({ preventScroll: true });
}

/**
 * The word cursor: a read-only text has no caret of its own, so this one goes by words, follows the eye in
 * right-to-left text, and what it stands on is chosen. Before anything is chosen it stands where the reading is: where
 * somebody clicked last, else at the first word in sight. Answers the word it stands before, to be shown.
 */
export function useCursor(
  text: LiveText | null,
  desk: Desk,
  { chosen: tell, pointed }: { chosen(by: Hand): void; pointed: { point: number } | null },
): Word | undefined {
  const last = useRef<{ cursor: Cursor; selected: TagId | null } | undefined>(undefined);
  const column = useRef<number | undefined>(undefined);
  const [caret, setCaret] = useState<Word>();

  useLayoutEffect(() => {
    last.current = undefined;
    if (text) focusText(text);
  }, [text]);

  const inText = () => {
    if (text) focusText(text);
    return text?.view.element.contains(document.activeElement) ?? false;
  };

  /** Where the keyboard stands: on the chosen words, else where it was, else beside the selected tag. */
  const here = (way: Way): Cursor | undefined => {
    if (!text) return undefined;
    const { passage, selected, annotations } = desk.getState();
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

  useEffect(() => {
    if (!text || !pointed) return;
    const word = text.words.near(pointed.point);
    if (word) last.current = { cursor: { anchor: word, head: word }, selected: desk.getState().selected };
    setCaret(word);
  }, [text, desk, pointed]);

  useEffect(() => {
    if (!text) return;
    let timer: number | undefined;
    const place = () => {
      const { passage, selected } = desk.getState();
      const known = last.current?.selected === selected ? last.current.cursor.head : undefined;
      setCaret(passage.length > 0 || selected ? undefined : (known ?? firstInSight(text)?.head));
    };
    const scrolled = () => {
      window.clearTimeout(timer);
      if (!last.current) timer = window.setTimeout(place, STILL);
    };
    place();
    window.addEventListener("scroll", scrolled, { passive: true });
    const stop = desk.subscribe(({ passage, selected }, before) => {
      if (passage !== before.passage || selected !== before.selected) place();
    });
    return () => {
      stop();
      window.clearTimeout(timer);
      window.removeEventListener("scroll", scrolled);
    };
  }, [text, desk]);

  /** Nothing was chosen yet, and no tag either. */
  const isUnmoved = (way: Way) => here(way) === undefined;

  const go = (cursor: Cursor | undefined, keepColumn = false): false | undefined => {
    if (!text || !cursor) return undefined;
    last.current = { cursor, selected: desk.getState().selected };
    if (!keepColumn) column.current = undefined;
    const rect = text.view.rectsOf([cursor.head])[0];
    if (rect) keepInSight(rect);
    desk.choose(chosen(text.words, cursor));
    tell("keys");
    return undefined;
  };

  const step = (by: Step, way: Way, extend = false) => {
    if (!text || !inText()) return false;
    const cursor = here(way) ?? firstInSight(text);
    if (!cursor) return undefined;
    // The first arrow takes the word that the reading is at; whatever goes further goes on from it.
    if (by === "word" && isUnmoved(way)) return go(cursor);
    return go(moved(text.words, text.view.document, cursor, { step: by, way, extend }));
  };

  /** On the screen, "right" is back in a right-to-left block. */
  const sideways = (by: Step, side: Way, extend = false) => {
    const cursor = here(1) ?? (text ? firstInSight(text) : undefined);
    const turned = cursor?.head.piece.direction === "rtl" ? -1 : 1;
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
    "clause-right": () => sideways("clause", 1),
    "clause-left": () => sideways("clause", -1),
    "extend-clause-right": () => sideways("clause", 1, true),
    "extend-clause-left": () => sideways("clause", -1, true),
    "sentence-down": () => step("sentence", 1),
    "sentence-up": () => step("sentence", -1),
    "extend-sentence-down": () => step("sentence", 1, true),
    "extend-sentence-up": () => step("sentence", -1, true),
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
    "text-start": () => step("text-border", -1),
    "text-end": () => step("text-border", 1),
    "extend-text-start": () => step("text-border", -1, true),
    "extend-text-end": () => step("text-border", 1, true),
  });
  return caret;
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
