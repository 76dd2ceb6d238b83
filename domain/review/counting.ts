import type { z } from "zod";
import type { TagId } from "@/domain/ids";
import type { ProjectRole } from "@/domain/project/project";
import type { TagCounts } from "@/domain/report/report";
import type { TagState } from "@/domain/tag/tag";

type Mode = "shared" | "independent";
type Counts = z.infer<typeof TagCounts>;

/**
 * The layer whose tags count: they make a report's state, wait in the queue and leave in an export. The SQL beside it
 * is in `server/data/counted.ts`.
 */
export const countedLayer = (mode: Mode): "shared" | "final" => (mode === "shared" ? "shared" : "final");

/** Whether somebody's counts are about their own tags only: they work blind, and nobody decides on those. */
export const countsOwn = ({ role, mode }: { role: ProjectRole; mode: Mode }, layersOpen: boolean): boolean =>
  mode === "independent" && role === "analyst" && !layersOpen;

/**
 * What every screen counts by. `waiting`: for a reviewer. `returned`: with their analyst again. `decided`: accepted or
 * rejected. Withdrawn tags count nowhere.
 */
export type ReviewCount = { tags: number; waiting: number; returned: number; decided: number };

export function reviewCount({ open, accepted, returned, rejected }: Counts): ReviewCount {
  const decided = accepted + rejected;
  return { tags: open + returned + decided, waiting: open, returned, decided };
}

/** A report's tags of the layer that counts, by state. */
export function countsIn(tags: Iterable<{ layer: string; state: TagState }>, mode: Mode): Counts {
  const counts = { open: 0, accepted: 0, returned: 0, rejected: 0 };
  for (const { layer, state } of tags) if (layer === countedLayer(mode) && state !== "withdrawn") counts[state] += 1;
  return counts;
}

/** What of an analyst's tag, or of a final one, tells whether it was weighed. */
export type Weighed = {
  id: TagId;
  type: "annotation" | "relation";
  state: TagState;
  from?: TagId | undefined;
  to?: TagId | undefined;
  derivedFrom?: readonly TagId[] | undefined;
};

/**
 * Which tags of the analysts' layers are settled: a final tag of their type was made from them, or left out on purpose.
 * A link is settled with an end that was left out, because it has nowhere to start or lead.
 */
export function settledTags(theirs: readonly Weighed[], finals: readonly Weighed[]): Set<TagId> {
  const derived = { annotation: new Set<TagId>(), relation: new Set<TagId>() };
  const standing = new Set<TagId>();
  for (const { type, state, derivedFrom = [] } of finals) {
    for (const id of derivedFrom) {
      derived[type].add(id);
      if (state !== "withdrawn" && state !== "rejected") standing.add(id);
    }
  }
  const isLeftOut = (id: TagId | undefined) => id !== undefined && derived.annotation.has(id) && !standing.has(id);
  const isSettled = ({ id, type, from, to }: Weighed) =>
    derived[type].has(id) || (type === "relation" && (isLeftOut(from) || isLeftOut(to)));
  return new Set(theirs.filter((tag) => tag.state !== "withdrawn" && isSettled(tag)).map(({ id }) => id));
}
