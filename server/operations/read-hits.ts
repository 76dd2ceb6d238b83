import "server-only";
import type { Actor } from "@/domain/access/actor";
import { type BlockHit, type Hit, hitsIn } from "@/domain/search/concordance";
import { wantedIn } from "@/domain/search/excerpt";
import type { Looked, Query } from "@/domain/search/query";
import { codePointLength } from "@/domain/text/offsets";
import { type Block, blocksOf, type ReportFound } from "@/server/data/search/concordance";
import { sql } from "@/server/data/transaction";
import { inSlices } from "@/server/in-slices";

/** A hit with what it is sorted by, and its report's place in the order of reports. */
export type SortableHit = { hit: Hit; keys: BlockHit["keys"]; key: string };

/** Reports and code points that are read at a time, so that long ones fill no memory. */
const atOnce = { reports: 1000, codePoints: 4_000_000 };

/** The hits of reports, some reports at a time, in their order; the event loop is left to others in between. */
export async function* hitsOf(
  actor: Actor,
  query: Query,
  reports: readonly ReportFound[],
): AsyncGenerator<readonly SortableHit[]> {
  const wanted = wantedIn(query);
  for (let from = 0; from < reports.length; ) {
    const some = readAtOnce(reports, from);
    from += some.length;
    const revisions = some.map(({ revisionId }) => revisionId);
    const blocks = await blocksOf(sql, actor, revisions);
    yield await inSlices(eachHit(some, blocks, wanted));
  }
}

function readAtOnce(reports: readonly ReportFound[], from: number): ReportFound[] {
  const some: ReportFound[] = [];
  let codePoints = 0;
  for (let nth = from; nth < reports.length && some.length < atOnce.reports; nth += 1) {
    const report = reports[nth];
    if (!report || (some.length > 0 && codePoints + report.codePoints > atOnce.codePoints)) break;
    some.push(report);
    codePoints += report.codePoints;
  }
  return some;
}

function* eachHit(
  reports: readonly ReportFound[],
  blocks: ReadonlyMap<string, readonly Block[]>,
  wanted: readonly Looked[],
): Generator<undefined, SortableHit[], undefined> {
  const found: SortableHit[] = [];
  for (const report of reports) {
    for (const block of blocks.get(report.revisionId) ?? []) {
      for (const each of hitsIn(block.text, wanted)) found.push(sortable(report, block, each));
    }
    yield;
  }
  return found;
}

function sortable(report: ReportFound, { start, text }: Block, { keys, ...found }: BlockHit): SortableHit {
  const { key, codePoints: _, outlet, published, ...about } = report;
  const first = start + codePointLength(text.slice(0, found.start));
  return {
    keys,
    key,
    hit: {
      ...about,
      ...(outlet !== null && { outlet }),
      ...(published !== null && { published }),
      ...found,
      start: first,
      end: first + codePointLength(found.word),
    },
  };
}
