import { isTighter, type PermittedUse } from "@/domain/protection/permitted-use";

/** What was said of a thing when, oldest first; `protection` counts the project's changes. */
export type Said = { use: PermittedUse; protection: number; at: string };

/** An export or release that may have told of it. */
export type Outgoing = { protection: number; at: string };

/**
 * Whether more left of a thing than may leave now: at that time somebody had said less strictly of it, or nothing.
 * An export names the version of the project's protection that it held to; where it is of before, its time decides.
 */
export function disclosed(history: readonly Said[], { protection, at }: Outgoing): boolean {
  const now = history.at(-1);
  if (!now) return false;
  const then = history.findLast((each) => each.protection <= protection && each.at <= at);
  return isTighter(now.use, then?.use ?? "named");
}
