/** What two entities that become one may say differently, and of which only one can stand. */
export const mergeFields = ["name", "kind", "anonymity", "side", "scale", "parentId", "outletId", "note"] as const;
export type MergeField = (typeof mergeFields)[number];
