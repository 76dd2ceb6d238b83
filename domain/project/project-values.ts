/** Closed lists, apart from their schemas, so that a page can have them without a parser. */
export const modes = ["shared", "independent"] as const;
export const presets = [
  "conflict-monitor",
  "fact-check",
  "intelligence",
  "human-rights",
  "named-entities",
  "empty",
] as const;
/** From the one who may most to the one who may least. */
export const projectRoles = ["editor", "reviewer", "analyst", "reader"] as const;
export const workspaceRoles = ["admin", "member"] as const;
