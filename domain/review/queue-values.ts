/** Closed lists, apart from their schemas, so that a page can have them without a parser. */
export const queueFilterNames = ["person", "kind", "origin", "days", "checkWorthy"] as const;
export const batchDecisions = ["accept", "accept-unseen", "return", "reject"] as const;
