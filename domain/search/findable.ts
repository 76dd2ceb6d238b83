/** What `in:` takes: what is found; apart from the reading of queries, so that a page can have it without that. */
export const findable = ["report", "tag", "comment", "entity"] as const;
