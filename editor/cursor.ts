import type { Piece, TextDocument } from "@/editor/document";
import type { Span } from "@/editor/positions";
import type { Word, Words } from "@/editor/words";

/** Where the keyboard stands in the text: on `head`; everything from `anchor` on is chosen. */
export type Cursor = { readonly anchor: Word; readonly head: Word };

export type Step = "word" | "clause" | "sentence" | "block" | "block-border" | "text-border";
/** 1 is onward in reading order, -1 back. */
export type Way = 1 | -1;

/** The word cursor's moves. Undefined means that there is nowhere to go. */
export function moved(
  words: Words,
  { pieces }: TextDocument,
  cursor: Cursor,
  { step, way, extend }: { step: Step; way: Way; extend: boolean },
): Cursor | undefined {
  const head = target();
  return head && { anchor: extend ? cursor.anchor : head, head };

  function target(): Word | undefined {
    const { head } = cursor;
    if (step === "word") return way > 0 ? words.next(head) : words.previous(head);
    if (step === "block-border") return way > 0 ? words.of(head.piece).at(-1) : words.of(head.piece)[0];
    if (step === "block") return blockTarget(head);
    if (step === "text-border") return way > 0 ? lastIn(pieces.at(-1)) : words.of(pieces[0] ?? head.piece)[0];
    return partTarget(head, step === "clause" ? words.clausesOf : words.sentencesOf);
  }

  function lastIn(piece: Piece | undefined): Word | undefined {
    return piece && words.of(piece).at(-1);
  }

  /** Extending takes a block to its border first, and then the next one. */
  function blockTarget(head: Word): Word | undefined {
    const here = words.of(head.piece);
    const border = way > 0 ? here.at(-1) : here[0];
    if (border && border.start !== head.start && (extend || way < 0)) return border;
    const other = pieces[head.piece.at + way];
    if (!other) return extend ? undefined : border;
    return extend && way > 0 ? words.of(other).at(-1) : words.of(other)[0];
  }

  /** On to the next sentence or clause, back to the start of this one first; extending goes to an end. */
  function partTarget(head: Word, partsOf: Words["sentencesOf"]): Word | undefined {
    const here = partsOf(head.piece);
    const at = Math.max(
      0,
      here.findIndex(({ end }) => end > head.start),
    );
    const firstIn = (sentence: Span | undefined, within = head.piece) =>
      sentence && words.of(within).find(({ start }) => start >= sentence.start);
    const lastOf = (sentence: Span | undefined, within = head.piece) =>
      sentence && words.of(within).findLast(({ end }) => end <= sentence.end);

    if (way < 0) {
      const first = firstIn(here[at]);
      if (first && first.start < head.start) return first;
      const before = pieces[head.piece.at - 1];
      return at > 0 ? firstIn(here[at - 1]) : before && firstIn(partsOf(before).at(-1), before);
    }
    const last = extend ? lastOf(here[at]) : undefined;
    if (last && last.start > head.start) return last;
    const after = pieces[head.piece.at + 1];
    const pick = extend ? lastOf : firstIn;
    return here[at + 1] ? pick(here[at + 1]) : after && pick(partsOf(after)[0], after);
  }
}

/** What is chosen: one span for each block between the two ends. */
export function chosen(words: Words, { anchor, head }: Cursor): Span[] {
  return words.between(Math.min(anchor.start, head.start), Math.max(anchor.end, head.end));
}

/** The cursor that stands for chosen spans. */
export function cursorOn(words: Words, spans: readonly Span[]): Cursor | undefined {
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last) return undefined;
  const anchor = words.near(first.start);
  const head = words.near(Math.max(first.start, last.end - 1));
  return anchor && head && { anchor, head };
}
