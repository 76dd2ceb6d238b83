import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { RevisionId } from "@/domain/ids";
import type { Block } from "@/domain/report/report";
import type { Sql } from "@/server/data/transaction";

export type RevisionText = { number: number; blocks: Block[]; tail: string; text: string };

/** A revision's blocks in order, and its whole text, which is what they join to. */
export async function revisionText(db: Sql, actor: Actor, id: RevisionId): Promise<RevisionText | undefined> {
  const [revision] = await db.rows<{ number: number; tail: string }>(
    "select number, tail from revision where workspace_id = $1 and id = $2",
    [actor.workspaceId, id],
  );
  if (!revision) return undefined;
  const blocks = await db.rows<Block>(
    `select ordinal, type, attributes, start, before, text from block
      where workspace_id = $1 and revision_id = $2 order by ordinal`,
    [actor.workspaceId, id],
  );
  const text = blocks.map(({ before, text }) => before + text).join("") + revision.tail;
  return { ...revision, blocks, text };
}
