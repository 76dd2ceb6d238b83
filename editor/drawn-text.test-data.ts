import type { Block } from "@/domain/report/report";
import { splitIntoBlocks } from "@/domain/text/blocks";
import { codePoint, sliceCodePoints } from "@/domain/text/offsets";
import { layOut } from "@/editor/document";
import { positionsOf, type Span } from "@/editor/positions";
import { wordsOf } from "@/editor/words";

/** The blocks of a plain text as a report has them. */
export const blocksOf = (text: string): Block[] =>
  splitIntoBlocks(text, "text/plain").blocks.map(({ ordinal, type, attributes, start, text: words, before }) => ({
    ordinal,
    type,
    attributes: { ...attributes },
    start,
    text: words,
    before,
  }));

/** A text ready to be moved in; `quote` shows what spans stand on. */
export function drawnText(text: string) {
  const document = layOut(blocksOf(text), { direction: "ltr", title: "" });
  const positions = positionsOf(document);
  const words = wordsOf(document, positions, "en");
  const span = (quote: string): Span => {
    const start = text.indexOf(quote);
    return { start, end: start + quote.length };
  };
  const quote = (spans: readonly Span[] | undefined) =>
    (spans ?? []).map(({ start, end }) => sliceCodePoints(text, codePoint(start), codePoint(end))).join(" … ");
  return { document, positions, words, span, quote };
}
