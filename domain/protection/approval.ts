/** One person's word on what is to be released, bound to exactly that and to what was protected when they looked. */
export type ReleaseVerdict = { by: string; decision: "approve" | "refuse"; digest: string; protection: number };

/** What somebody asks to release: its digest, who asks, and the project's protection as it stands. */
export type AskedRelease = { askedBy: string; digest: string; protection: number };

export type Approval = "free" | "approved" | "refused" | "outdated" | "waiting";

/**
 * Whether a release may be made. Where the project wants a second person, the last word of somebody other than whoever
 * asked decides, and it holds only for what they looked at: a change of what is released, or of what is protected, asks again.
 */
export function approvalOf(
  { secondPerson }: { secondPerson: boolean },
  { askedBy, digest, protection }: AskedRelease,
  verdicts: readonly ReleaseVerdict[],
): Approval {
  if (!secondPerson) return "free";
  const last = verdicts.findLast(({ by }) => by !== askedBy);
  if (!last) return "waiting";
  if (last.digest !== digest || last.protection !== protection) return "outdated";
  return last.decision === "approve" ? "approved" : "refused";
}
