import { z } from "zod";
import { attributionManners, placeRoles, type RelationKind } from "@/domain/tag/relation-values";

export const AttributedTo = z.strictObject({
  how: z.enum(attributionManners).optional(),
  /** When it was said, which is not when it happened. */
  saidAt: z.iso.date().optional(),
  saidAtWords: z.string().max(500).optional(),
  nested: z.boolean().optional(),
  note: z.string().max(5000).optional(),
});

export const LocatedAt = z.strictObject({
  role: z.enum(placeRoles).optional(),
  /** ACLED geo-precision: 1 the named town, 2 near it or part of a region, 3 a larger region. */
  precision: z.int().min(1).max(3).optional(),
  /** The one that gives the claim's coordinates. */
  primary: z.boolean().optional(),
  note: z.string().max(5000).optional(),
});

export const BetweenClaims = z.strictObject({ note: z.string().max(5000).optional() });

/** What may be said about each kind of relation; what it may join stands in relation-values. */
export const relations = {
  "attributed-to": { attributes: AttributedTo },
  "located-at": { attributes: LocatedAt },
  restates: { attributes: BetweenClaims },
  repeats: { attributes: BetweenClaims },
  corroborates: { attributes: BetweenClaims },
  contradicts: { attributes: BetweenClaims },
  updates: { attributes: BetweenClaims },
  "depends-on": { attributes: BetweenClaims },
} as const satisfies Record<RelationKind, { attributes: z.ZodType<Record<string, unknown>> }>;
