import { z } from "zod";

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
export type RelationKind = (typeof relationKinds)[number];

export const attributionManners = ["explicit", "anaphoric", "carried over", "none"] as const;
export const placeRoles = ["at", "near", "from", "to", "via", "along", "between"] as const;

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

export type RelationEnds = { from: "claim"; to: readonly ("claim" | "place" | "source" | "entity" | "article")[] };

/** What each kind of relation may join, and what may be said about it. A new kind is one line here. */
export const relations = {
  "attributed-to": { ends: { from: "claim", to: ["source", "entity", "article"] }, attributes: AttributedTo },
  "located-at": { ends: { from: "claim", to: ["place"] }, attributes: LocatedAt },
  restates: { ends: { from: "claim", to: ["claim"] }, attributes: BetweenClaims },
  repeats: { ends: { from: "claim", to: ["claim"] }, attributes: BetweenClaims },
  corroborates: { ends: { from: "claim", to: ["claim"] }, attributes: BetweenClaims },
  contradicts: { ends: { from: "claim", to: ["claim"] }, attributes: BetweenClaims },
  updates: { ends: { from: "claim", to: ["claim"] }, attributes: BetweenClaims },
  "depends-on": { ends: { from: "claim", to: ["claim"] }, attributes: BetweenClaims },
} as const satisfies Record<RelationKind, { ends: RelationEnds; attributes: z.ZodType }>;
