/** The three core kinds; apart from their schemas, so that a page can have them without a parser. */
export const coreKinds = ["claim", "place", "source"] as const;
export type CoreKind = (typeof coreKinds)[number];

export const isCoreKind = (kind: string): kind is CoreKind => (coreKinds as readonly string[]).includes(kind);
