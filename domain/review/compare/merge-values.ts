/** Apart from their schemas, so that a page can have them without a parser. */
export const mergeStrategies = ["all-agree", "agree-where-present", "vote"] as const;
export type MergeStrategy = (typeof mergeStrategies)[number];

/** Why a group is left for a person to decide. */
export const leftBecause = ["disagree", "too-few", "tie", "end-missing"] as const;
export type LeftBecause = (typeof leftBecause)[number];
