import type { LossLedger } from "@/domain/formats/loss";
import { bordersOf, type Token, tokensCutAt, tokensOf } from "@/domain/interchange/cut-tokens";
import type { AnnotatedDocument, Span } from "@/domain/interchange/document";
import { cutOf } from "@/domain/interchange/pieces";
import { type OffsetIndex, offsetIndex, utf16 } from "@/domain/text/offsets";

/** A part of a tag on whole tokens: places of the first and last one, and code points, end exclusive. */
export type TokenPart = { span: Span; first: number; last: number; start: number; end: number };

type Tokenised = { tokens: readonly Token[]; parts: readonly TokenPart[]; index: OffsetIndex };

/** Words are cut where tags begin and end, so that every tag is on whole tokens; blanks at its ends are left out. */
export function tokenised(document: AnnotatedDocument, ledger: LossLedger): Tokenised {
  const { text, spans, metadata } = document;
  const index = offsetIndex(text);
  const ranges = spans.flatMap(({ segments }) => segments);
  const tokens = tokensCutAt(text, metadata["language"] ?? "und", bordersOf(ranges, index));
  const parts: TokenPart[] = [];
  for (const span of spans) {
    if (span.segments.length > 1) ledger.add("separate-parts", "split", wordsOf(span, text, index));
    for (const segment of span.segments) {
      const cut = cutOf(segment, index);
      const found = tokensOf(tokens, cut);
      const [first, last] = [tokens[found?.first ?? -1], tokens[found?.last ?? -1]];
      if (!found || !first || !last) {
        ledger.add("blank-spans", "dropped", span.label);
        continue;
      }
      if (first.start > cut.start || last.end < cut.end)
        ledger.add("blank-borders", "trimmed", text.slice(cut.start, cut.end));
      const place = { start: index.toCodePoint(utf16(first.start)), end: index.toCodePoint(utf16(last.end)) };
      parts.push({ span, ...found, ...place });
    }
  }
  return { tokens, parts, index };
}

const wordsOf = ({ segments }: Span, text: string, index: OffsetIndex): string =>
  segments.map(({ start, end }) => text.slice(index.toUtf16(start), index.toUtf16(end))).join(" […] ");

/** Tags of which none overlaps another: the inner ones first, so that names stay and what is said around them does not. */
export function withoutOverlap(parts: readonly TokenPart[]): TokenPart[] {
  const taken = new Set<number>();
  const kept: TokenPart[] = [];
  for (const part of parts.toSorted((a, b) => a.last - a.first - (b.last - b.first) || a.first - b.first)) {
    const own = Array.from({ length: part.last - part.first + 1 }, (_, nth) => part.first + nth);
    if (own.some((token) => taken.has(token))) continue;
    for (const token of own) taken.add(token);
    kept.push(part);
  }
  return kept.toSorted((a, b) => a.first - b.first);
}

/** What says of tags beside their label has no room here. */
export function countDetails({ spans, links, text }: AnnotatedDocument, index: OffsetIndex, ledger: LossLedger): void {
  for (const span of spans) {
    if (Object.keys(span.attributes).length > 0) ledger.add("attributes", "dropped", wordsOf(span, text, index));
  }
  for (const { label } of links) ledger.add("links", "dropped", label);
}
