import type { TagId } from "@/domain/ids";
import { coreKinds } from "@/domain/kind-values";
import { relationKinds } from "@/domain/tag/relation-values";

/** Why a tag stands first in a list of what a decision would take, the weightiest first. */
export const flags = ["casualties", "check-worthy", "changed", "discussed", "incomplete", "engine"] as const;
export type Flag = (typeof flags)[number];

/** What of a tag calls for a look at it before it is decided along with others. */
export type Flaggable = {
  casualties: boolean;
  checkWorthy: boolean;
  /** Decided before, and changed since. */
  changed: boolean;
  /** A question about it is open. */
  discussed: boolean;
  /** Something that has to be said of it is not. */
  incomplete: boolean;
  /** "person", or the engine whose suggestion was taken. */
  origin: string;
};

export function flagsOf(tag: Flaggable): Flag[] {
  const has: Record<Flag, boolean> = {
    casualties: tag.casualties,
    "check-worthy": tag.checkWorthy,
    changed: tag.changed,
    discussed: tag.discussed,
    incomplete: tag.incomplete,
    engine: tag.origin.startsWith("engine:"),
  };
  return flags.filter((flag) => has[flag]);
}

/** A tag that a decision would take. Tags of one kind on the same words with the same `content` say the same. */
export type Taking = { id: TagId; kind: string; words: string; content: string; flags: readonly Flag[] };

/** One line of the list: a flagged tag, or all that say the same about the same words. */
export type TakingRow = Omit<Taking, "id" | "content"> & { ids: readonly TagId[] };

export type TakingList = {
  /** Each for itself, by the weightiest reason. */
  flagged: readonly TakingRow[];
  /** The others by kind; in a kind in the order in which they came. */
  kinds: readonly { kind: string; count: number; rows: readonly TakingRow[] }[];
};

/** A list that can be read: what is flagged first, the others by kind, and what says the same on one line. */
export function takingList(tags: readonly Taking[]): TakingList {
  const weight = ({ flags: [first = "engine"] }: Taking) => flags.indexOf(first);
  const flagged = tags.filter((tag) => tag.flags.length > 0).toSorted((a, b) => weight(a) - weight(b));
  const byKind = new Map<string, Map<string, Taking[]>>();
  for (const tag of tags) {
    if (tag.flags.length > 0) continue;
    const rows = byKind.get(tag.kind) ?? new Map<string, Taking[]>();
    const key = JSON.stringify([tag.words, tag.content]);
    rows.set(key, [...(rows.get(key) ?? []), tag]);
    byKind.set(tag.kind, rows);
  }
  const kinds = [...byKind].map(([kind, rows]) => ({
    kind,
    count: [...rows.values()].reduce((sum, { length }) => sum + length, 0),
    rows: [...rows.values()].flatMap(rowOf),
  }));
  return {
    flagged: flagged.flatMap((tag) => rowOf([tag])),
    kinds: kinds.toSorted((a, b) => placeOf(a.kind) - placeOf(b.kind) || a.kind.localeCompare(b.kind)),
  };
}

const rowOf = (tags: readonly Taking[]): TakingRow[] =>
  tags.slice(0, 1).map(({ kind, words, flags: why }) => ({ kind, words, flags: why, ids: tags.map(({ id }) => id) }));

/** Claims, places, sources, a project's own labels, then links. */
function placeOf(kind: string): number {
  const core = (coreKinds as readonly string[]).indexOf(kind);
  if (core >= 0) return core;
  return (relationKinds as readonly string[]).includes(kind) ? coreKinds.length + 1 : coreKinds.length;
}
