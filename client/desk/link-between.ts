import type { Link, ProjectHere } from "@/client/desk/desk";
import { endsOf, otherEnds, type RelationKind, relationKinds } from "@/domain/tag/relation-values";
import type { Annotation } from "@/domain/tag/tag";

type End = Pick<Annotation, "id" | "kind">;
type Codebook = ProjectHere["codebook"];

/** The kinds of links that may lead from one kind of annotation to another, or to an entity: core ones first. */
export function linkKindsBetween(from: string, to: string, codebook: Codebook): RelationKind[] {
  const own = codebook.relationTypes
    .filter(({ retired }) => !retired)
    .map(({ slug }): RelationKind => `relation:${slug}`)
    .filter((kind) => endsOf(kind, codebook).from.includes(from) && endsOf(kind, codebook).to.includes(to));
  return [...(from === "claim" ? coreTo(to) : []), ...own];
}

/** The core kinds that lead there; what comes from the article is asked for by name. */
const coreTo = (to: string): readonly RelationKind[] =>
  relationKinds.filter((kind) => to !== "article" && otherEnds[kind].some((end) => end === to));

/** Whether any link may start at this kind. */
export const startsLinks = (kind: string, { relationTypes }: Codebook): boolean =>
  kind === "claim" || relationTypes.some(({ from, retired }) => !retired && from.includes(kind));

/**
 * The link that choosing a tag means, from the kinds of both; "unsaid" where it may be of several kinds and nobody has
 * said yet which, which no tool should guess.
 */
export function linkBetween(
  from: End,
  to: End,
  { as, codebook }: { as: RelationKind | null; codebook: Codebook },
): Link | "unsaid" | undefined {
  const kind = oneOf(linkKindsBetween(from.kind, to.kind, codebook), as);
  return kind === "unsaid" || !kind ? kind : { kind, from: from.id, to: to.id, attributes: usualOf(kind) };
}

/** The one kind that is meant: the one that was said, if it may be, or else the only one. */
export function oneOf(kinds: readonly RelationKind[], as: RelationKind | null): RelationKind | "unsaid" | undefined {
  if (as !== null && kinds.includes(as)) return as;
  return kinds.length > 1 ? "unsaid" : kinds[0];
}

/** What a new link says of itself until somebody says otherwise. */
export function usualOf(kind: RelationKind): Link["attributes"] {
  if (kind === "located-at") return { role: "at" };
  return kind === "attributed-to" ? { how: "explicit" } : {};
}
