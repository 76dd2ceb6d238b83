import "server-only";
import { proseOf } from "@/domain/prose/plain";
import { sql } from "@/server/data/transaction";

/** How many comments are read at a time, so that they fill no memory. */
const AT_ONCE = 500;

type Plain = { workspace_id: string; id: string; body: string };

/**
 * Gives comments that were written before there was formatting the form of those with it. Their words stay as they are,
 * and each is done by itself, so that it may stop anywhere and go on later. Returns how many were converted.
 */
export async function convertComments(): Promise<number> {
  let converted = 0;
  for (let after: Plain | undefined; ; ) {
    const plain: Plain[] = await sql.rows<Plain>(
      `select workspace_id, id, body from comment
        where prose is null and ($1::uuid is null or (workspace_id, id) > ($1, $2::uuid))
        order by workspace_id, id limit $3`,
      [after?.workspace_id, after?.id, AT_ONCE],
    );
    for (const comment of plain) if (await convert(comment)) converted += 1;
    after = plain.at(-1);
    if (!after) return converted;
  }
}

/** False when somebody has put other words in their place by now. */
async function convert({ workspace_id, id, body }: Plain): Promise<boolean> {
  const done = await sql.rows(
    "update comment set prose = $4 where workspace_id = $1 and id = $2 and body = $3 and prose is null returning id",
    [workspace_id, id, body, JSON.stringify(proseOf(body))],
  );
  return done.length === 1;
}
