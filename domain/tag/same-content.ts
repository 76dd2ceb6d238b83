import { saidIn } from "@/domain/codebook/normal-form";
import type { Anchor, PutAnnotation, PutRelation, Tag } from "@/domain/tag/tag";

/**
 * Whether two tags say the same about the same words: kind, place, ends and attributes, in whatever order of keys; what
 * says nothing is as good as left out.
 */
export function sameContent(a: Tag, b: Tag): boolean {
  return canonical(contentOf(a)) === canonical(contentOf(b));
}

/**
 * Whether two tags are written the same, blanks and all, and both stand or neither does: an editor that is being filled
 * in has something to keep long before it says something else.
 */
export const sameWritten = (a: Tag, b: Tag): boolean =>
  (a.state === "withdrawn") === (b.state === "withdrawn") &&
  canonical(contentOf(a, a.attributes)) === canonical(contentOf(b, b.attributes));

function contentOf(tag: Tag, attributes: Tag["attributes"] = saidIn(tag.attributes)): unknown {
  const { type, kind } = tag;
  const derivedFrom = tag.derivedFrom?.toSorted() ?? [];
  if (tag.type === "annotation") return { type, kind, attributes, derivedFrom, place: placeOf(tag) };
  const { from, to, toEntity, toArticle, cue } = tag;
  return { type, kind, attributes, derivedFrom, from, to, toEntity, toArticle, cue: cue && placeOf(cue) };
}

/** Whether two changes of a tag ask for the same, but for where they come from. */
export const sameBody = (a: PutAnnotation | PutRelation, b: PutAnnotation | PutRelation): boolean =>
  canonical(askedFor(a)) === canonical(askedFor(b));

function askedFor(body: PutAnnotation | PutRelation): unknown {
  const { kind } = body;
  const attributes = saidIn(body.attributes);
  if ("segments" in body) return { kind, attributes, place: placeOf(body) };
  const { from, to, toEntity, toArticle, cue } = body;
  return { kind, attributes, from, to, toEntity, toArticle, cue: cue && placeOf(cue) };
}

/** Quote and context follow from the offsets: a revision never changes. */
type Place = Pick<Anchor, "revisionId"> & { segments: readonly { start: number; end: number }[] };
const placeOf = ({ revisionId, segments }: Place) => [revisionId, segments.map(({ start, end }) => [start, end])];

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
