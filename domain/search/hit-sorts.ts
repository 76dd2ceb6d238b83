/** How a concordance may be sorted: as reports came, or by the words beside what was found, or by what was found. */
export const hitSorts = ["newest", "left", "right", "word"] as const;
export type HitSort = (typeof hitSorts)[number];

/** So many hits, the newest ones, are sorted at once; all of them are sorted by a job. */
export const mostSorted = 10_000;

/** So many hits are tagged in one request; a page sends as many requests with one `opId` as it needs. */
export const mostTagged = 200;
