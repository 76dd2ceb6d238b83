import type { Context } from "@/domain/formats/shared/context";
import { lostLink } from "@/domain/formats/shared/lost-link";
import type { AnnotatedDocument, Span } from "@/domain/interchange/document";
import { type OffsetUnit, type Ruler, rulerOf, type SaidRange } from "@/domain/interchange/units";
import type { CodePointRange } from "@/domain/text/offsets";

/** Between the parts of a tag that is not in one piece. */
export const continues = "continues";

/** doccano counts what its screen draws: UTF-16 units, or clusters where a project is in grapheme mode. */
export const doccanoUnits = ["UTF-16 code unit", "grapheme cluster"] as const satisfies readonly OffsetUnit[];

type Writing = Context & { unit: OffsetUnit };
type Part = { span: Span; said: SaidRange; first: boolean };

/** One line of a project for sequence labelling: the text with `[start, end, label]` for each part of each tag. */
export function spansLine(document: AnnotatedDocument, writing: Writing): string {
  const parts = [...partsOf(document, writing)];
  for (const _ of document.links) writing.ledger.add("links", "dropped");
  return line(document, {
    label: parts.map(({ span, said }) => [said.start, said.end, span.label]),
    tag_ids: parts.map(({ span }) => span.id),
  });
}

/** One line of a project with relations, whose entities and relations are numbered from `next` on. */
export function relationsLine(document: AnnotatedDocument, writing: Writing & { next: () => number }): string {
  const numbers = new Map<string, number>();
  const parts = [...partsOf(document, writing)];
  const relations: object[] = [];
  let last = 0;
  const entities = parts.map(({ span, said, first }) => {
    const id = writing.next();
    if (first) numbers.set(span.id, id);
    else relations.push({ id: writing.next(), from_id: last, to_id: id, type: continues });
    last = id;
    return { id, label: span.label, start_offset: said.start, end_offset: said.end };
  });
  for (const link of document.links) {
    const { label, from, to, attributes, cue } = link;
    const [start, end] = [numbers.get(from), "span" in to ? numbers.get(to.span) : undefined];
    if (start === undefined || end === undefined) writing.ledger.add(lostLink(link, document), "dropped", label);
    else relations.push({ id: writing.next(), from_id: start, to_id: end, type: label });
    if (cue) writing.ledger.add("link-words", "dropped", label);
    if (Object.keys(attributes).length > 0) writing.ledger.add("attributes", "dropped", label);
  }
  return line(document, { entities, relations, tag_ids: parts.map(({ span }) => span.id) });
}

/** `id` is left to doccano, which would take one for a field of the text and write it as the id. */
const line = ({ text, title, key, metadata }: AnnotatedDocument, said: object) =>
  `${JSON.stringify({ text, ...said, title, report_id: key, ...metadata })}\n`;

function* partsOf({ text, spans }: AnnotatedDocument, { unit, ledger }: Writing): Generator<Part> {
  const ruler = rulerOf(text);
  for (const span of spans) {
    const words = () => span.segments.map((each) => ruler.words(each)).join(" […] ");
    if (span.segments.length > 1) ledger.add("separate-parts", "split", words());
    if (span.entity !== undefined) ledger.add("named-entities", "dropped", words());
    if (Object.keys(span.attributes).length > 0) ledger.add("attributes", "dropped", words());
    for (const [nth, segment] of span.segments.entries()) {
      const { said, widened } = whole(ruler, segment, unit);
      if (widened) ledger.add("parts-of-letters", "altered", ruler.words(segment));
      yield { span, said, first: nth === 0 };
    }
  }
}

/** A segment in a unit; where it begins or ends inside one, the whole of it belongs to the segment. */
function whole(ruler: Ruler, segment: CodePointRange, unit: OffsetUnit): { said: SaidRange; widened: boolean } {
  const said = ruler.said(segment, unit);
  const placed = said.start < said.end ? ruler.place(said, unit) : undefined;
  const cut = !placed?.ok || placed.range.end < segment.end;
  const wide = cut ? { start: said.start, end: said.end + 1 } : said;
  return { said: wide, widened: cut || placed.range.start < segment.start };
}
