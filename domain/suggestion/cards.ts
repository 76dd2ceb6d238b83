import type { TagId } from "@/domain/ids";
import type { Suggestion } from "@/domain/suggestion/suggestion";
import type { Annotation } from "@/domain/tag/tag";

type Standing = Pick<Annotation, "id" | "kind" | "segments" | "state">;

/** What is accepted with one key: a claim with the source and the places it is linked to, or a place or source alone. */
export interface Card {
  readonly main: Suggestion;
  /** What becomes a tag with it, because no tag stands there yet. */
  readonly with: readonly Suggestion[];
  /** The source and the places that it is linked to, tagged by now or not. */
  readonly ends: readonly Suggestion[];
  /** Claims that it is linked to with, because they are tagged by now; others are cards of their own. */
  readonly dependsOn: readonly Suggestion[];
}

/** Words as a key: of two tags of one kind on the same words only one is wanted. */
const placeOf = (kind: string, spans: readonly { start: number; end: number }[]) =>
  `${kind} ${spans.map(({ start, end }) => `${start}-${end}`).join(" ")}`;

/** The tags that stand, by kind and words. */
export function tagsByWords(tags: Iterable<Standing>): ReadonlyMap<string, TagId> {
  const found = new Map<string, TagId>();
  for (const { id, kind, segments, state } of tags) if (state !== "withdrawn") found.set(placeOf(kind, segments), id);
  return found;
}

/** The tag that says already what is suggested, if one does. */
export const tagFor = (tags: ReadonlyMap<string, TagId>, { kind, spans }: Pick<Suggestion, "kind" | "spans">) =>
  tags.get(placeOf(kind, spans));

/**
 * The suggestions in the order of the text, as they are accepted: those that a tag says already are left out, and so is
 * what comes with a claim.
 */
export function cardsOf(suggestions: readonly Suggestion[], tags: ReadonlyMap<string, TagId>): Card[] {
  const byKey = new Map(suggestions.map((each) => [each.key, each]));
  const open = suggestions.filter((each) => tagFor(tags, each) === undefined);
  const linked = new Set<string>();
  const claims = open
    .filter(({ kind }) => kind === "claim")
    .map((main): Card => {
      const linkedTo = main.links.flatMap(({ to }) => (to === undefined ? [] : (byKey.get(to) ?? [])));
      const ends = linkedTo.filter(({ kind }) => kind !== "claim");
      const dependsOn = linkedTo.filter((each) => each.kind === "claim" && tagFor(tags, each) !== undefined);
      for (const { key } of ends) linked.add(key);
      return { main, with: ends.filter((each) => tagFor(tags, each) === undefined), ends, dependsOn };
    });
  const alone = open
    .filter(({ kind, key }) => kind !== "claim" && !linked.has(key))
    .map((main): Card => ({ main, with: [], ends: [], dependsOn: [] }));
  return [...claims, ...alone].toSorted((a, b) => startOf(a.main) - startOf(b.main));
}

const startOf = ({ spans }: Suggestion) => spans[0]?.start ?? 0;

/**
 * Those that may be accepted together with one: the same words of the same kind. Places and sources only; a claim is taken
 * by itself.
 */
export function alikeCards(cards: readonly Card[], { main }: Card): Card[] {
  if (main.kind === "claim") return [];
  const words = ({ spans }: Suggestion) => spans.map(({ quote }) => quote).join(" … ");
  return cards.filter((each) => each.main.kind === main.kind && words(each.main) === words(main));
}

/**
 * One suggestion for each kind and words: of several engines' the surest one, to which the links of the others' claims
 * lead from then on.
 */
export function oneForEach(suggestions: readonly Suggestion[]): Suggestion[] {
  const best = new Map<string, Suggestion>();
  for (const each of suggestions) {
    const place = placeOf(each.kind, each.spans);
    if ((best.get(place)?.score ?? -1) < each.score) best.set(place, each);
  }
  const keyOf = new Map(suggestions.map((each) => [each.key, best.get(placeOf(each.kind, each.spans))?.key]));
  return suggestions
    .filter((each) => best.get(placeOf(each.kind, each.spans)) === each)
    .map((each) => ({
      ...each,
      links: each.links.map((link) => ({
        ...link,
        ...(link.to !== undefined && { to: keyOf.get(link.to) ?? link.to }),
      })),
    }));
}
