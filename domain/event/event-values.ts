/** The closed lists of events; apart from their schemas, so that a page can have them without a parser. */

export const phases = ["begun", "ongoing", "ended"] as const;

/** What a claim does in an event. */
export const parts = ["supports", "denies", "background"] as const;

/** What a denial denies. */
export const deniable = ["happened", "who", "figures", "place"] as const;

/** Whether several days are how long it took or how little is known; "no later than" has no first day. */
export const dateMeanings = ["day", "duration", "uncertainty", "no later than"] as const;

export const dateBases = ["claims", "said", "publication", "publication, unknown", "analyst"] as const;

/** ACLED geo-precision: 1 a named settlement, facility or site; 2 near it, or part of a region; 3 a larger region. */
export const geoPrecisions = [1, 2, 3] as const;

/** What happened to a victim. */
export const outcomes = ["killed", "injured", "displaced", "other"] as const;

export const involvements = ["direct", "ordered", "assisted", "unknown"] as const;

/** Who says that somebody did it: they themselves, an opponent of theirs, others, or the project after weighing it. */
export const blames = ["claimed by itself", "blamed by an opponent", "said by others", "concluded by us"] as const;

export const bystanderRoles = ["witness", "intervening party"] as const;

/** ICD 203 (2015), section D.6.e.2.a: the upper line of its two parallel vocabularies, with percentages. */
export const likelihoods = [
  "almost no chance",
  "very unlikely",
  "unlikely",
  "roughly even chance",
  "likely",
  "very likely",
  "almost certain",
] as const;

export const confidences = ["low", "moderate", "high"] as const;

export const eventStates = ["open", "accepted", "returned", "rejected", "withdrawn"] as const;

/** What happened to a report after it was published; the claims of such a report stop counting. */
export const noticeKinds = ["corrected", "retracted", "vanished"] as const;

/** Three states of corroboration: how many origins that do not hang together say it. */
export const corroborations = ["independent", "single origin", "independence not established", "no origin"] as const;

/** What happens to an event; "claims", "notice", "deleted", "conventions" and "copies" happen to what it rests on. */
export const eventDeeds = [
  "made",
  "changed",
  "merged",
  "merged-away",
  "split",
  "split-off",
  "undid",
  "claims",
  "notice",
  "deleted",
  "conventions",
  "copies",
  "accept",
  "return",
  "reject",
] as const;

/** What the lanes of a timeline are made of. */
export const lanesBy = ["none", "place", "actor", "type", "source"] as const;

/** The stretches in which a timeline counts. */
export const timeUnits = ["day", "week", "month", "year"] as const;

/** What is said of an event, in the order in which it is told what changed. */
export const eventFields = [
  "title",
  "type",
  "phase",
  "claims",
  "date",
  "place",
  "figures",
  "acts",
  "bystanders",
  "independent",
  "likelihood",
  "confidence",
  "note",
  "legacy",
] as const;
