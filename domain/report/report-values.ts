/** Closed lists, apart from their schemas, so that a page can have them without a parser. */
export const triages = [
  "untriaged",
  "relevant",
  "irrelevant",
  "duplicate of",
  "needs language",
  "nothing to tag",
] as const;

/** Derived from the triage result, the tags and an explicit close; filters and lists use it. */
export const reportStates = ["new", "in work", "in review", "reviewed", "closed", "set aside"] as const;

/** From what can wait to what cannot. Kept and sent as -1 to 2. */
export const priorities = ["low", "ordinary", "high", "urgent"] as const;

export const directions = ["ltr", "rtl"] as const;

/** Characters of what one of a desk's own fields says. */
export const longestFieldValue = 500;
