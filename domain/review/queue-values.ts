/** Closed lists, apart from their schemas, so that a page can have them without a parser. */
export const queueFilterNames = ["person", "kind", "origin", "days", "checkWorthy"] as const;

/** What a reviewer may choose for a list, the usual first: where a project samples, to take over what nobody has to see. */
export const offeredDecisions = (samples: boolean) =>
  samples
    ? (["accept-unseen", "accept", "return", "reject"] as const)
    : (["accept", "return", "reject", "accept-unseen"] as const);
