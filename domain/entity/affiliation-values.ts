/** How well the first and the last day of an affiliation are known. */
export const affiliationPrecisions = ["day", "month", "year"] as const;

/** So many an entity can have. */
export const mostAffiliations = 50;
