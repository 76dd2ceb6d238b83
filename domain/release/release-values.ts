/** Which day a release is narrowed by: when it happened, when the report was published, when a tag was decided on. */
export const dateMeanings = ["event", "publication", "decision"] as const;
export type DateMeaning = (typeof dateMeanings)[number];

/** A tag that was withdrawn never leaves. */
export const releasableStates = ["open", "accepted", "returned", "rejected"] as const;

export const layersReleased = ["counted", "analysts"] as const;

/** What became of a release. It may wait for a second person, or have been declined by them; one whose files were deleted may have been withdrawn before. */
export const releaseStates = ["made", "waiting", "declined", "withdrawn", "erased"] as const;

export const releaseDecisions = ["approve", "decline"] as const;

/** Licences that are offered; any other can be written. */
export const usualLicences = ["CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-SA-4.0", "CC0-1.0", "ODbL-1.0"] as const;

/** What happened to a row between two releases. */
export const changeKinds = ["added", "changed", "withdrawn"] as const;
export type ChangeKind = (typeof changeKinds)[number];
