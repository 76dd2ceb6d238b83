/** What a document may say of itself; apart from its schema, so that a page can have it without a parser. */
export const foundFields = ["title", "author", "outlet", "published", "language", "url"] as const;
