import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { Extraction } from "@/domain/document/extraction";
import type { RevisionId } from "@/domain/ids";
import type { Block } from "@/domain/report/report";
import type { Sql } from "@/server/data/transaction";

export type RevisionText = { number: number; blocks: Block[]; tail: string; text: string; extraction: Extraction };

/** UTF-16 units that one statement brings, about; few enough that reading them holds up nobody. */
const unitsAtOnce = 200_000;
const most = 2000;
const least = 4;

/** A revision's blocks in order, and its whole text, which is what they join to. */
export async function revisionText(db: Sql, actor: Actor, id: RevisionId): Promise<RevisionText | undefined> {
  const [revision] = await db.rows<{ number: number; tail: string; extraction: Extraction }>(
    `select number, tail,
       jsonb_build_object('extractor', extractor, 'ranges', ranges, 'warnings', warnings, 'found', found) as extraction
       from revision where workspace_id = $1 and id = $2`,
    [actor.workspaceId, id],
  );
  if (!revision) return undefined;
  const blocks: Block[] = [];
  const parts: string[] = [];
  for await (const page of blockPages(db, actor, id, 0)) {
    for (const block of page) {
      blocks.push(block);
      parts.push(block.before, block.text);
    }
  }
  return { ...revision, blocks, text: parts.join("") + revision.tail };
}

/** A revision's blocks from one on, by pages that are larger where blocks are short. */
export async function* blockPages(db: Sql, actor: Actor, id: RevisionId, from: number): AsyncGenerator<Block[]> {
  let limit = 100;
  for (let next = from; ; ) {
    const page = await db.rows<Block>(
      `select ordinal, type, attributes, start, before, text from block
        where workspace_id = $1 and revision_id = $2 and ordinal >= $3 order by ordinal limit $4`,
      [actor.workspaceId, id, next, limit],
      "block-page",
    );
    if (page.length > 0) yield page;
    if (page.length < limit) return;
    next = (page.at(-1)?.ordinal ?? next) + 1;
    const units = page.reduce((sum, { before, text }) => sum + before.length + text.length, 1);
    limit = Math.min(most, Math.max(least, Math.round((limit * unitsAtOnce) / units)));
  }
}
