/** The closed lists an analyst chooses from; apart from their schemas, so that a page can have them without a parser. */

export const claimKinds = ["event", "state", "intention", "forecast", "assessment", "denial"] as const;

export const standings = ["asserted", "background"] as const;

export const certainties = ["certain", "probable", "possible", "unspecified"] as const;

export const polarities = ["affirmed", "negated"] as const;

/** The attributes that are filled in from the words of a claim, as guesses to be confirmed. */
export const guessable = ["kind", "standing", "certainty", "polarity"] as const;

export const timePrecisions = ["day", "week", "month", "unknown"] as const;

export const timeBases = ["stated", "computed", "analyst"] as const;

export const actorRoles = ["initiator", "target"] as const;

export const counted = ["killed", "injured", "displaced", "civilians", "combatants", "other"] as const;

/** Whom a figure counts. */
export const countedWho = ["civilian", "combatant", "child", "unknown"] as const;

/** What a figure covers: this incident, everything so far, or a period. Only the first is a figure of an event. */
export const figureScopes = ["incident", "running total", "period"] as const;
