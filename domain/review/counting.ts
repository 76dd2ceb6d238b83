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
export const countedLayer = (mode: Mode): "shared" | "final" => (mode === "independent" ? "final" : "shared");

/** Whether somebody's counts are about their own tags only: they work blind, and nobody decides on those. */
export const countsOwn = ({ role, mode }: { role: ProjectRole; mode: Mode }, layersOpen: boolean): boolean =>
  mode === "independent" && role === "analyst" && !layersOpen;

/** Analysts' tags on an independent report whose layers are open, and how many of them are settled. */
export type ToSettle = { tags: number; settled: number };

/**
 * What every screen counts by. `waiting`: for a reviewer, to be decided on or, as an analyst's tag in independent work,
 * to be settled. `returned`: with their analyst again. `decided`: accepted or rejected. Withdrawn tags count nowhere,
 * nor does a tag that is settled: its final one does.
 */
export type ReviewCount = { tags: number; waiting: number; returned: number; decided: number };

export function reviewCount({ open, accepted, returned, rejected }: Counts): ReviewCount {
  const decided = accepted + rejected;
  return { tags: open + returned + decided, waiting: open, returned, decided };
}

/** A report's counts from those of its layer that counts and from what is to be settled. */
export const countsOf = (byState: Partial<Counts> | null, toSettle?: ToSettle | null): Counts => {
  const counts = { open: 0, accepted: 0, returned: 0, rejected: 0, ...byState };
  return { ...counts, open: counts.open + (toSettle ? toSettle.tags - toSettle.settled : 0) };
};

/** The same from the tags themselves; analysts' layers count once they are open. */
export function countsIn(tags: readonly (Weighed & { layer: string })[], mode: Mode, layersOpen: boolean) {
  const byState = { open: 0, accepted: 0, returned: 0, rejected: 0 };
  for (const { layer, state } of tags) if (layer === countedLayer(mode) && state !== "withdrawn") byState[state] += 1;
  const toSettle = mode === "independent" && layersOpen ? toSettleIn(tags) : undefined;
  return { tags: countsOf(byState, toSettle), ...(toSettle && { toSettle }) };
}

function toSettleIn(tags: readonly (Weighed & { layer: string })[]): ToSettle {
  const theirs = tags.filter(({ layer, state }) => layer.startsWith("analyst:") && state !== "withdrawn");
  const finals = tags.filter(({ layer }) => layer === "final");
  return { tags: theirs.length, settled: settledTags(theirs, finals).size };
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
