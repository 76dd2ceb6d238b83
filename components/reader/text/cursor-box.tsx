"use client";

import { useMemo } from "react";
import { useReader } from "@/components/annotate/use-desk";
import { useText } from "@/components/reader/text/text-context";
import type { Hand } from "@/components/reader/text/told";
import { useBoxes } from "@/components/reader/text/use-layout";
import type { Word } from "@/editor/words";

/** Where the reading is while nothing is chosen: a caret before the word that the next key is about. */
export function Caret({ before }: { before: Word }) {
  const text = useText();
  const [box] = useBoxes(
    text,
    useMemo(() => [before], [before]),
  );
  if (!box) return null;
  const left = before.piece.direction === "rtl" ? box.left + box.width : box.left - 2;
  return <span aria-hidden="true" className="caret" style={{ left, top: box.top, height: box.height }} />;
}

/** An outline around what the keyboard stands on: colour alone would not show it. */
export function CursorBox({ hand }: { hand: Hand }) {
  const text = useText();
  const passage = useReader((state) => state.passage);
  const boxes = useBoxes(text, passage);
  if (hand !== "keys") return null;
  return boxes.map(({ left, top, width, height }) => (
    <span
      key={`${left} ${top}`}
      aria-hidden="true"
      className="cursor-box"
      style={{ left: left - 2, top: top - 1, width: width + 4, height: height + 2 }}
    />
  ));
}
