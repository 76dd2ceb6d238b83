import "server-only";
import type { RevisionId } from "@/domain/ids";
import { codePoint, codePointLength } from "@/domain/text/offsets";
import { CONTEXT, type Passage, passage } from "@/domain/text/segment";

/** A place in a revision whose words have to be looked at, in code points. */
export type Place = { revisionId: RevisionId; start: number; end: number };

type Anchored = { revisionId: RevisionId; segments: readonly { start: number; end: number }[] };

/** From the first to the last code point of what is anchored. */
export const placeOf = ({ revisionId, segments }: Anchored): Place => ({
  revisionId,
  start: Math.min(...segments.map(({ start }) => start)),
  end: Math.max(...segments.map(({ end }) => end)),
});

/** A block that a place needs, and a revision with what stands behind its last block. */
export type BlockRow = { revisionId: RevisionId; start: number; before: string; text: string };
export type RevisionRow = { id: RevisionId; codePoints: number; tail: string };

/** The stretches of text that these places and their context need, joined where they touch: few even for many. */
export function windowsOf(places: readonly Place[]): Place[] {
  const wide = places
    .map(({ revisionId, start, end }) => ({ revisionId, start: Math.max(0, start - CONTEXT), end: end + CONTEXT }))
    .toSorted((a, b) => (a.revisionId < b.revisionId ? -1 : a.revisionId > b.revisionId ? 1 : a.start - b.start));
  const joined: Place[] = [];
  for (const each of wide) {
    const last = joined.at(-1);
    if (last?.revisionId === each.revisionId && each.start <= last.end) last.end = Math.max(last.end, each.end);
    else joined.push(each);
  }
  return joined;
}

/** Gives the text around a place out of the blocks that were read for it. `blocks` are in text order. */
export function passagesIn(revisions: readonly RevisionRow[], blocks: readonly BlockRow[]) {
  const byRevision = new Map(
    revisions.map((revision) => [
      revision.id,
      { revision, blocks: blocks.filter((b) => b.revisionId === revision.id) },
    ]),
  );
  const made = new Map<string, Passage>();
  return (revisionId: RevisionId, start: number, end: number): Passage => {
    const found = byRevision.get(revisionId);
    if (!found) throw new Error(`No blocks were read of revision ${revisionId}.`);
    const first = Math.max(0, firstAfter(found.blocks, Math.max(0, start - CONTEXT)) - 1);
    const next = firstAfter(found.blocks, end + CONTEXT - 1);
    const key = `${revisionId} ${first} ${next}`;
    const known =
      made.get(key) ?? join(found.revision, found.blocks.slice(first, next + 1), next >= found.blocks.length);
    made.set(key, known);
    return known;
  };
}

function join({ tail }: RevisionRow, run: readonly BlockRow[], toTheEnd: boolean): Passage {
  const [first] = run;
  const start = first ? first.start - codePointLength(first.before) : 0;
  return passage(run.map(({ before, text }) => before + text).join("") + (toTheEnd ? tail : ""), codePoint(start));
}

/** The index of the first block that starts after a position. */
function firstAfter(blocks: readonly BlockRow[], position: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
