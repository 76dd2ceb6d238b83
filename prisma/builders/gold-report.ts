import { z } from "zod";
import { featureTypes } from "@/domain/gazetteer/place-values";
import { TagId } from "@/domain/ids";
import type { TagChange } from "@/domain/tag/batch";
import { relationKinds } from "@/domain/tag/relation-values";
import type { Annotation, PutAnnotation, PutRelation } from "@/domain/tag/tag";

const Place = z.object({ start: z.int(), end: z.int(), quote: z.string() });
/** What an analyst said about the real report, by the conventions of the guidelines. */
export const Gold = z.object({
  reportSha256: z.string(),
  claims: z.array(
    z.object({
      id: z.string(),
      segments: z.array(Place),
      kind: z.string(),
      certainty: z.string(),
      polarity: z.string(),
      standing: z.string(),
      attributedTo: z.string(),
      cue: Place.optional(),
      locatedAt: z.array(z.object({ place: z.string(), start: z.int(), role: z.string(), precision: z.int() })),
    }),
  ),
  sources: z.array(Place.extend({ id: z.string(), entity: z.string() })),
  places: z.array(
    z.union([
      Place.extend({ is: z.string().optional() }),
      z.object({ segments: z.array(Place), is: z.string().optional() }),
    ]),
  ),
  claimRelations: z.array(z.tuple([z.string(), z.enum(relationKinds), z.string()])),
});
export type Gold = z.infer<typeof Gold>;
export type Span = z.infer<typeof Place>;

export const segmentsOf = (place: Gold["places"][number]) => ("segments" in place ? place.segments : [place]);
export const bare = ({ start, end, quote }: Span) => ({ start, end, quote });
const featureType = (is: string | undefined) => {
  const found = featureTypes.find((type) => is?.startsWith(type));
  if (found) return { featureType: found };
  return is?.startsWith("town") || is === "city" ? { featureType: "settlement" } : {};
};

const annotated = (id: TagId, body: PutAnnotation): TagChange => ({ deed: "put-annotation", id, body });
const related = (id: TagId, body: PutRelation): TagChange => ({ deed: "put-relation", id, body });

const placeName = (start: number | undefined, quote: string) => `place ${start} ${quote}`;

/** The gold report names a discontinuous place by its words with an ellipsis between. */
export const nameOfPlace = (spans: readonly Span[]) =>
  placeName(spans[0]?.start, spans.map(({ quote }) => quote).join(" … "));

/** Everything that the analyst of the gold report said, as changes that a client would send. */
export function changesFor(
  gold: Gold,
  {
    revisionId,
    entityOf,
    newId,
  }: {
    revisionId: Annotation["revisionId"];
    entityOf: ReadonlyMap<string, string>;
    newId: () => string;
  },
) {
  const ids = new Map<string, TagId>();
  const named = (name: string) => {
    const id = ids.get(name) ?? TagId.parse(newId());
    ids.set(name, id);
    return id;
  };
  const tag = (kind: string, spans: readonly Span[], attributes: Record<string, unknown>) => ({
    kind,
    revisionId,
    segments: spans.map(bare),
    attributes,
  });
  const annotations: TagChange[] = [
    ...gold.sources.map((source) =>
      annotated(named(source.id), tag("source", [source], { entityId: entityOf.get(source.entity) })),
    ),
    ...gold.places.map((place) => {
      const spans = segmentsOf(place);
      return annotated(named(nameOfPlace(spans)), tag("place", spans, featureType(place.is)));
    }),
    ...gold.claims.map(({ id, segments, kind, certainty, polarity, standing }) =>
      annotated(named(id), tag("claim", segments, { kind, certainty, polarity, standing })),
    ),
  ];
  const relations: TagChange[] = gold.claims.flatMap((claim) => [
    related(TagId.parse(newId()), {
      kind: "attributed-to",
      from: named(claim.id),
      ...(claim.attributedTo === "article" ? { toArticle: true as const } : { to: named(claim.attributedTo) }),
      ...(claim.cue ? { cue: { revisionId, segments: [bare(claim.cue)] } } : {}),
      attributes: {},
    }),
    ...claim.locatedAt.map(({ place, start, role, precision }, at) =>
      related(TagId.parse(newId()), {
        kind: "located-at",
        from: named(claim.id),
        to: named(placeName(start, place)),
        attributes: { role, precision, ...(at === 0 ? { primary: true } : {}) },
      }),
    ),
  ]);
  const between: TagChange[] = gold.claimRelations.map(([from, kind, to]) =>
    related(TagId.parse(newId()), { kind, from: named(from), to: named(to), attributes: {} }),
  );
  return { changes: [...annotations, ...relations, ...between], ids };
}
