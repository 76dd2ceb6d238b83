/** Closed lists, apart from their schemas, so that a page can have them without a parser. In the order of the work. */
export const assignmentStates = ["assigned", "in progress", "submitted", "in review", "returned", "closed"] as const;

/** How somebody came to a report: given by an editor, taken from the pool, handed over, or picked up by themselves. */
export const assignmentOrigins = ["editor", "pool", "hand-over", "own"] as const;
