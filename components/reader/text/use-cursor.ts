"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Desk } from "@/client/desk/desk";
import type { LiveText } from "@/components/reader/text/text-context";
import type { Hand } from "@/components/reader/text/told";
import { firstInSight, focusText, type Last, useCursorDeeds } from "@/components/reader/text/use-cursor-deeds";
import type { Word } from "@/editor/words";

/** How long the page has to stand still before the reading position is looked for again, in milliseconds. */
const STILL = 120;

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
  const last = useRef<Last | undefined>(undefined);
  const [caret, setCaret] = useState<Word>();

  useLayoutEffect(() => {
    last.current = undefined;
    if (text) focusText(text);
  }, [text]);

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

  useCursorDeeds(text, desk, { last, tell });
  return caret;
}
