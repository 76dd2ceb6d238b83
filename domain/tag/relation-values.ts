import type { Codebook, RelationType } from "@/domain/codebook/codebook";

/** The closed lists of relations; apart from their schemas, so that a page can have them without a parser. */
export const relationKinds = [
  "attributed-to",
  "located-at",
  "restates",
  "repeats",
  "corroborates",
  "contradicts",
  "updates",
  "depends-on",
] as const;
export type CoreRelationKind = (typeof relationKinds)[number];

/** Of a relation type that a project's codebook adds: "relation:" and its slug. */
export type CustomRelationKind = `relation:${string}`;
export type RelationKind = CoreRelationKind | CustomRelationKind;

export const isCoreRelation = (kind: string): kind is CoreRelationKind =>
  (relationKinds as readonly string[]).includes(kind);

export const attributionManners = ["explicit", "anaphoric", "carried over", "none"] as const;

export const placeRoles = ["at", "near", "from", "to", "via", "along", "between"] as const;

export type OtherEnd = "claim" | "place" | "source" | "entity" | "article";

/** What each core kind of relation may join: it always starts at a claim. A new kind is one line here. */
export const otherEnds = {
  "attributed-to": ["source", "entity", "article"],
  "located-at": ["place"],
  restates: ["claim"],
  repeats: ["claim"],
  corroborates: ["claim"],
  contradicts: ["claim"],
  updates: ["claim"],
  "depends-on": ["claim"],
} as const satisfies Record<CoreRelationKind, readonly OtherEnd[]>;

type Types = Pick<Codebook, "relationTypes">;

/** The project's relation type that a kind stands for, if its codebook has it. */
export const relationTypeOf = (kind: string, { relationTypes }: Types): RelationType | undefined =>
  relationTypes.find(({ slug }) => kind === `relation:${slug}`);

/** What a kind of relation may join: kinds of annotations, "entity" and "article". */
export function endsOf(kind: RelationKind, codebook: Types): Record<"from" | "to", readonly string[]> {
  if (isCoreRelation(kind)) return { from: ["claim"], to: otherEnds[kind] };
  const type = relationTypeOf(kind, codebook);
  return { from: type?.from ?? [], to: type?.to ?? [] };
}
