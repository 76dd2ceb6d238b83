/** What became of a change of a sheet; "aside": the event was changed since the sheet left. */
export const changeStates = ["waiting", "aside", "taken", "left"] as const;
export type ChangeState = (typeof changeStates)[number];
