import type { TagState } from "@/domain/tag/tag";
import type { Decision } from "@/domain/verdict";

/** What a decision makes of a tag. A tag nobody stands behind any more cannot be decided. */
export function afterVerdict(state: TagState, decision: Decision): TagState | "not-decidable" {
  if (state === "withdrawn") return "not-decidable";
  const next = {
    accept: "accepted",
    "accept-with-change": "accepted",
    "accept-unseen": "accepted",
    return: "returned",
    reject: "rejected",
  } as const;
  return next[decision];
}

/** Whatever was decided was decided about an older version: a new one waits for a decision again. */
export const afterNewVersion = (): TagState => "open";
