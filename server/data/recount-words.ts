import "server-only";
import { joinBlocks } from "@/domain/text/blocks";
import { countWords } from "@/domain/text/word-count";
import { sql } from "@/server/data/transaction";

/** Fewer words than one in so many characters no language has; such a count took sentences for words. */
const LEAST = 12;
/** How many reports are read at a time, so that they fill no memory. */
const AT_ONCE = 50;

type Suspect = { workspace_id: string; id: string; revision_id: string; language: string; words: number };

/**
 * Counts the words of reports again that were imported when a script without spaces was counted by its sentences.
 * Returns how many counts changed.
 */
export async function recountWords(): Promise<number> {
  let changed = 0;
  for (let after: string | null = null; ; ) {
    const suspects: Suspect[] = await sql.rows<Suspect>(
      `select workspace_id, id, revision_id, language, words from report
        where words * $1 < code_points and ($2::uuid is null or id > $2) order by id limit $3`,
      [LEAST, after, AT_ONCE],
    );
    for (const suspect of suspects) if (await recount(suspect)) changed += 1;
    const last = suspects.at(-1);
    if (!last) return changed;
    after = last.id;
  }
}

async function recount({ workspace_id, id, revision_id, language, words }: Suspect): Promise<boolean> {
  const blocks = await sql.rows<{ before: string; text: string }>(
    "select before, text from block where workspace_id = $1 and revision_id = $2 order by ordinal",
    [workspace_id, revision_id],
  );
  const counted = countWords(joinBlocks(blocks, ""), language);
  if (counted === words) return false;
  await sql.rows("update report set words = $3 where workspace_id = $1 and id = $2", [workspace_id, id, counted]);
  return true;
}
