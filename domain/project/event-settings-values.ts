/** The days a data week may begin on, in the order of `Date.getUTCDay`; apart from the schema, so that a page can have them without a parser. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
export type Weekday = (typeof weekdays)[number];

/** So many words may be turned into numbers by a project. */
export const mostConventions = 20;
