import type { NamedEntry } from "@/domain/history/entry";

/** Lines of the history that are read as one: newest first, at least one. */
export type AlikeEntries = readonly [NamedEntry, ...NamedEntry[]];

const alike = (one: NamedEntry, other: NamedEntry) =>
  one.by === other.by && one.did === other.did && one.reportId === other.reportId;

/**
 * Gathers neighbours in which the same person did the same thing to the same report, so that a morning's tagging is one
 * line. Nothing is left out or put in another order.
 */
export function gatherAlike(entries: readonly NamedEntry[]): AlikeEntries[] {
  const groups: [NamedEntry, ...NamedEntry[]][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last && alike(last[0], entry)) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}
