import { isCoreKind } from "@/domain/kind-values";

/** How much text chosen words cover without a gap: paragraphs and words. */
export type Extent = { readonly paragraphs: number; readonly words: number };

/** A name stands in one paragraph; a claim may go on into the next ones, but not for pages. */
const NAME: Extent = { paragraphs: 1, words: 25 };
const STATEMENT: Extent = { paragraphs: 3, words: 200 };

/**
 * Whether a tag covers more than its kind ever needs, which is most often a slip of the hand: it is made, and pointed
 * out with a way back.
 */
export function isWide(kind: string, { paragraphs, words }: Extent): boolean {
  const most = isCoreKind(kind) && kind !== "claim" ? NAME : STATEMENT;
  return paragraphs > most.paragraphs || words > most.words;
}
