/** Closed lists, apart from their schemas, so that a page can have them without a parser. */

/** What may leave of somebody or something, from least to most protected. */
export const permittedUses = ["named", "described", "withheld"] as const;

/** Why somebody is protected where nobody said otherwise. */
export const circumstances = ["minor", "sexual violence"] as const;

/** What consent rests on. */
export const consentBases = ["written", "spoken", "guardian", "published by themselves", "public role"] as const;

/** To which area a protected place is coarsened. */
export const coarseAreas = ["district", "province", "country"] as const;

/** What dates of protected claims and events are widened to. */
export const widenings = ["as they are", "week", "month"] as const;

/** What a person decides of a name that may be an ordinary word: mask it wherever it stands, or only where it is tagged. */
export const nameDecisions = ["everywhere", "where tagged"] as const;
