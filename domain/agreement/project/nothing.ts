/** The category of words that somebody did not tag; apart from the answer's schema, so that a page can have it without a parser. */
export const nothing = "nothing";
