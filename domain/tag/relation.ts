import { z } from "zod";
import { attributesSchemaOf } from "@/domain/codebook/attribute-schema";
import type { Codebook, RelationType } from "@/domain/codebook/codebook";
import { noteFields } from "@/domain/prose/note-fields";
import {
  attributionManners,
  type CoreRelationKind,
  isCoreRelation,
  placeRoles,
  relationKinds,
  relationTypeOf,
} from "@/domain/tag/relation-values";

/** A relation type that a project's codebook adds: "relation:" and its slug. */
export const customRelation = z.templateLiteral(["relation:", z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/)]);

const kindWords = `One of ${relationKinds.join(", ")}, or relation: and the slug of a relation type of the project.`;

export const RelationKind = z.union([z.enum(relationKinds), customRelation], { error: kindWords });
export type RelationKind = z.infer<typeof RelationKind>;

export const AttributedTo = z.strictObject({
  how: z.enum(attributionManners).optional(),
  /** When it was said, which is not when it happened. */
  saidAt: z.iso.date().optional(),
  saidAtWords: z.string().max(500).optional(),
  nested: z.boolean().optional(),
  ...noteFields,
});

export const LocatedAt = z.strictObject({
  role: z.enum(placeRoles).optional(),
  /** ACLED geo-precision: 1 the named town, 2 near it or part of a region, 3 a larger region. */
  precision: z.int().min(1).max(3).optional(),
  /** The one that gives the claim's coordinates. */
  primary: z.boolean().optional(),
  ...noteFields,
});

export const BetweenClaims = z.strictObject(noteFields);

/** What may be said about each core kind of relation; what it may join stands in relation-values. */
export const relations = {
  "attributed-to": { attributes: AttributedTo },
  "located-at": { attributes: LocatedAt },
  restates: { attributes: BetweenClaims },
  repeats: { attributes: BetweenClaims },
  corroborates: { attributes: BetweenClaims },
  contradicts: { attributes: BetweenClaims },
  updates: { attributes: BetweenClaims },
  "depends-on": { attributes: BetweenClaims },
} as const satisfies Record<CoreRelationKind, { attributes: z.ZodType<Record<string, unknown>> }>;

/** What may be said about a kind of relation: of a project's own type what this codebook says. */
export const attributesOfRelation = (
  kind: RelationKind,
  codebook: Pick<Codebook, "relationTypes">,
): z.ZodType<Record<string, unknown>> =>
  isCoreRelation(kind)
    ? relations[kind].attributes
    : attributesSchemaOf(relationTypeOf(kind, codebook)?.attributes ?? none);

const none: RelationType["attributes"] = [];
