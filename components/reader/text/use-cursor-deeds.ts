"use client";

import { type RefObject, useRef } from "react";
import type { Desk } from "@/client/desk/desk";
import { type Doing, useDeeds } from "@/components/annotate/keys/keys";
import { keepInSight } from "@/components/reader/text/scroll";
import type { LiveText } from "@/components/reader/text/text-context";
import type { Hand } from "@/components/reader/text/told";
import type { TagId } from "@/domain/ids";
import { type Cursor, chosen, cursorOn, moved, type Step, type Way } from "@/editor/cursor";
import type { Span } from "@/editor/positions";
import type { Word } from "@/editor/words";

/** Where the word cursor was last, and which tag was selected then. */
export type Last = { cursor: Cursor; selected: TagId | null };
type Told = { last: RefObject<Last | undefined>; tell(by: Hand): void };

/** While nothing else has the focus, the keys are about the text. */
export function focusText({ view }: LiveText) {
  const { activeElement } = document;
  const isNobodys = !activeElement || activeElement === document.body || activeElement.id === "content";
  if (isNobodys) view.element.focus({ preventScroll: true });
}

/** What the keys do to the word cursor. */
export function useCursorDeeds(text: LiveText | null, desk: Desk, { last, tell }: Told) {
  const column = useRef<number | undefined>(undefined);

  const inText = () => {
    if (text) focusText(text);
    return text?.view.element.contains(document.activeElement) ?? false;
  };

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
  const here = (way: Way) => (text ? placeOf(text, desk, { way, known: last.current }) : undefined);

  const step = (by: Step, way: Way, extend = false) => {
    if (!text || !inText()) return false;
    const from = here(way);
    const cursor = from ?? firstInSight(text);
    if (!cursor) return undefined;
    // The first arrow takes the word that the reading is at; whatever goes further goes on from it.
    if (by === "word" && !from) return go(cursor);
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
    const from = rectWithRoom(text, cursor.head);
    if (!from) return false;
    column.current ??= (from.left + from.right) / 2;
    const head = wordBeyond(text, { from, head: cursor.head, column: column.current, way });
    return head ? go({ anchor: extend ? cursor.anchor : head, head }, true) : step("block", way, extend);
  };

  useDeeds({ ...stepDeeds(step), ...sideDeeds(sideways), ...lineDeeds(line) });
}

type Moving<By> = (by: By, way: Way, extend?: boolean) => ReturnType<Doing>;

const sideDeeds = (sideways: Moving<Step>) => ({
  "word-right": () => sideways("word", 1),
  "word-left": () => sideways("word", -1),
  "extend-right": () => sideways("word", 1, true),
  "extend-left": () => sideways("word", -1, true),
  "clause-right": () => sideways("clause", 1),
  "clause-left": () => sideways("clause", -1),
  "extend-clause-right": () => sideways("clause", 1, true),
  "extend-clause-left": () => sideways("clause", -1, true),
});

const lineDeeds = (line: (way: Way, extend?: boolean) => ReturnType<Doing>) => ({
  "line-down": () => line(1),
  "line-up": () => line(-1),
  "extend-down": () => line(1, true),
  "extend-up": () => line(-1, true),
});

const stepDeeds = (step: Moving<Step>) => ({
  "sentence-down": () => step("sentence", 1),
  "sentence-up": () => step("sentence", -1),
  "extend-sentence-down": () => step("sentence", 1, true),
  "extend-sentence-up": () => step("sentence", -1, true),
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

/** Where the keyboard stands: on the chosen words, else where it was, else beside the selected tag. */
function placeOf(
  text: LiveText,
  desk: Desk,
  { way, known }: { way: Way; known: Last | undefined },
): Cursor | undefined {
  const { passage, selected, annotations } = desk.getState();
  if (passage.length > 0) {
    const isKnown = known && same(chosen(text.words, known.cursor), passage);
    return isKnown ? known.cursor : cursorOn(text.words, passage);
  }
  if (known && known.selected === selected) return known.cursor;
  const tag = selected ? cursorOn(text.words, annotations.get(selected)?.segments ?? []) : undefined;
  const word = way > 0 ? tag?.head : tag?.anchor;
  return word && { anchor: word, head: word };
}

/** Where a word stands in the window, after making room for a line above and one below it. */
function rectWithRoom({ view }: LiveText, word: Word): DOMRect | undefined {
  const rect = view.rectsOf([word])[0];
  if (!rect) return undefined;
  keepInSight({ top: rect.top - 2 * rect.height, bottom: rect.bottom + 2 * rect.height });
  return view.rectsOf([word])[0] ?? rect;
}

type Beyond = { from: DOMRect; head: Word; column: number; way: Way };

/** The word nearest to a column (pixels) in the next line of this way; undefined where no line follows closely. */
function wordBeyond({ view, words }: LiveText, { from, head, column, way }: Beyond): Word | undefined {
  for (let lines = 1; lines <= 5; lines += 0.5) {
    const point = view.pointAt(column, (from.top + from.bottom) / 2 + way * lines * from.height * 1.2);
    const next = point === undefined ? undefined : words.near(point);
    const isBeyond = next && (way > 0 ? next.start > head.start : next.start < head.start);
    const other = next && view.rectsOf([next])[0];
    if (isBeyond && other && Math.abs(other.top - from.top) > from.height / 2) return next;
  }
  return undefined;
}

const same = (a: readonly Span[], b: readonly Span[]) =>
  a.length === b.length && a.every(({ start, end }, at) => start === b[at]?.start && end === b[at]?.end);

/** The first word that can be seen whole below the page's bar. */
export function firstInSight({ view, words }: LiveText): Cursor | undefined {
  const { left } = view.element.getBoundingClientRect();
  const section = view.sections().find((each) => each.getBoundingClientRect().bottom > 80) ?? view.sections()[0];
  const top = Math.max(80, section?.getBoundingClientRect().top ?? 80);
  const point = view.pointAt(left + 40, top + 20) ?? view.document.pieces[0]?.start;
  const word = point === undefined ? undefined : words.near(point);
  return word && { anchor: word, head: word };
}
