/** Which date a filter of events means; apart from the schema, so that a page can have it without a parser. */
export const dateKinds = ["event", "publication", "decision"] as const;
export type DateKind = (typeof dateKinds)[number];
