import type { TagId } from "@/domain/ids";
import type { Proposal, ProposedLink, Stretch } from "@/domain/suggestion/engine/proposal";
import { ClaimAttributes } from "@/domain/tag/claim";
import { PlaceAttributes } from "@/domain/tag/place";
import { SourceAttributes } from "@/domain/tag/source";
import { codePoint, offsetIndex } from "@/domain/text/offsets";

/** The engine that proposes for a copy what was tagged in its original. */
export const copyEngine = { name: "copy", version: 1 } as const;

/** An annotation of the original, with its words; code points. */
export type OriginalTag = {
  id: TagId;
  kind: string;
  attributes: Record<string, unknown>;
  segments: readonly (Stretch & { quote: string })[];
};

/** A link of the original from a claim to one of its tags, or to the article. */
export type OriginalLink = {
  kind: string;
  from: TagId;
  to?: TagId | undefined;
  toArticle?: boolean | undefined;
  attributes: Record<string, unknown>;
};

/** A passage that both have, letter by letter. */
export type CopiedPassage = { original: number; copy: number; length: number };

type Copied = { proposals: Proposal[]; unplaced: OriginalTag[] };

/**
 * Proposes the original's tags on the same words of a copy. A tag is placed where each of its segments lies within one
 * passage that both texts have letter by letter; whatever does not is answered in `unplaced`, and nothing is guessed.
 * Grades, notes and what a judgement of one report is stay behind.
 */
export function proposalsFromCopy(
  { tags, links, title }: { tags: readonly OriginalTag[]; links: readonly OriginalLink[]; title: string },
  { text, passages }: { text: string; passages: readonly CopiedPassage[] },
): Copied {
  const index = offsetIndex(text);
  const quoteAt = ({ start, end }: Stretch) =>
    text.slice(index.toUtf16(codePoint(start)), index.toUtf16(codePoint(end)));
  const spansOf = ({ segments }: OriginalTag): Stretch[] | undefined => {
    const spans = segments.map((segment) => placed(segment, passages));
    const all = spans.filter((span) => span !== undefined);
    return all.length === segments.length && all.every((span, nth) => quoteAt(span) === segments[nth]?.quote)
      ? all
      : undefined;
  };
  const stands = tags.map((tag) => ({ tag, spans: spansOf(tag) }));
  const here = new Set(stands.flatMap(({ tag, spans }) => (spans ? tag.id : [])));
  const proposals = stands.flatMap(({ tag, spans }) => {
    if (!spans) return [];
    const proposal = proposalOf(tag, spans, title);
    if (proposal?.kind !== "claim") return proposal ?? [];
    return { ...proposal, links: links.flatMap((link) => (link.from === tag.id ? (linkOf(link, here) ?? []) : [])) };
  });
  return { proposals, unplaced: stands.flatMap(({ tag, spans }) => (spans ? [] : tag)) };
}

/** Where the words of a segment stand in the copy, if one passage holds all of them. */
function placed({ start, end }: Stretch, passages: readonly CopiedPassage[]): Stretch | undefined {
  const passage = passages.find(({ original, length }) => original <= start && end <= original + length);
  if (!passage) return undefined;
  const shift = passage.copy - passage.original;
  return { start: start + shift, end: end + shift };
}

function proposalOf(tag: OriginalTag, spans: readonly Stretch[], title: string): Proposal | undefined {
  const head = { key: tag.id, spans, score: 1, reason: { rule: "copied", words: title.slice(0, 300) } };
  const { note: _note, noteProse: _prose, credibility: _grade, guessed: _guessed, ...attributes } = tag.attributes;
  switch (tag.kind) {
    case "claim": {
      const said = ClaimAttributes.safeParse(attributes);
      return { ...head, kind: "claim", attributes: said.success ? said.data : {}, links: [] };
    }
    case "place":
      return { ...head, kind: "place", attributes: PlaceAttributes.catch({}).parse(attributes) };
    case "source":
      return { ...head, kind: "source", attributes: SourceAttributes.catch({}).parse(attributes) };
    default:
      return isLabel(tag.kind) ? { ...head, kind: tag.kind, attributes } : undefined;
  }
}

const isLabel = (kind: string): kind is `label:${string}` => kind.startsWith("label:");

function linkOf({ kind, to, toArticle, attributes }: OriginalLink, here: ReadonlySet<TagId>): ProposedLink | undefined {
  if (kind !== "attributed-to" && kind !== "located-at") return undefined;
  const { note: _note, noteProse: _prose, ...said } = attributes;
  if (toArticle) return { kind, toArticle: true, attributes: said };
  return to !== undefined && here.has(to) ? { kind, to, attributes: said } : undefined;
}
