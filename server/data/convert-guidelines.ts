import "server-only";
import { fromMarkdown } from "@/domain/prose/markdown/read";
import { sql } from "@/server/data/transaction";

/** How many projects are read at a time: each may have 100,000 characters. */
const AT_ONCE = 20;

type Markdown = { workspace_id: string; id: string; guidelines: string };

/**
 * Gives guidelines that were written as Markdown the form of those with formatting. The Markdown stays as it is, and each
 * is done by itself, so that it may stop anywhere and go on later. Returns how many were converted.
 */
export async function convertGuidelines(): Promise<number> {
  let converted = 0;
  for (let after: Markdown | undefined; ; ) {
    const projects: Markdown[] = await sql.rows<Markdown>(
      `select workspace_id, id, guidelines from project
        where guidelines_prose is null and ($1::uuid is null or (workspace_id, id) > ($1, $2::uuid))
        order by workspace_id, id limit $3`,
      [after?.workspace_id, after?.id, AT_ONCE],
    );
    for (const project of projects) if (await convert(project)) converted += 1;
    after = projects.at(-1);
    if (!after) return converted;
  }
}

/** False when somebody has put others in their place by now. */
async function convert({ workspace_id, id, guidelines }: Markdown): Promise<boolean> {
  const done = await sql.rows(
    `update project set guidelines_prose = $4
      where workspace_id = $1 and id = $2 and guidelines = $3 and guidelines_prose is null returning id`,
    [workspace_id, id, guidelines, JSON.stringify(fromMarkdown(guidelines).prose)],
  );
  return done.length === 1;
}
