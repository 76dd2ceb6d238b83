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
export type RelationKind = (typeof relationKinds)[number];

export const attributionManners = ["explicit", "anaphoric", "carried over", "none"] as const;

export const placeRoles = ["at", "near", "from", "to", "via", "along", "between"] as const;

export type OtherEnd = "claim" | "place" | "source" | "entity" | "article";

/** What each kind of relation may join: it always starts at a claim. A new kind is one line here. */
export const otherEnds = {
  "attributed-to": ["source", "entity", "article"],
  "located-at": ["place"],
  restates: ["claim"],
  repeats: ["claim"],
  corroborates: ["claim"],
  contradicts: ["claim"],
  updates: ["claim"],
  "depends-on": ["claim"],
} as const satisfies Record<RelationKind, readonly OtherEnd[]>;
