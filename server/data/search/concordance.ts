import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId, ReportId, RevisionId } from "@/domain/ids";
import type { Query } from "@/domain/search/query";
import { isFree } from "@/server/data/export/leaving";
import { type Among, candidates, newestRows, wordsOf } from "@/server/data/search/candidates";
import { narrowed } from "@/server/data/search/narrowing";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

/** A report in which something was found. */
export type ReportFound = {
  reportId: ReportId;
  revisionId: RevisionId;
  revision: number;
  title: string;
  outlet: string | null;
  published: string | null;
  at: string;
  language: string;
  /** The place in the order of reports. */
  key: string;
  codePoints: number;
};

export type Block = { start: number; text: string };

/** The texts of revisions, block by block. */
export async function blocksOf(
  db: Sql,
  { workspaceId }: Actor,
  revisions: readonly RevisionId[],
): Promise<ReadonlyMap<string, readonly Block[]>> {
  const rows = await db.rows<{ id: string; start: number; text: string }>(
    `select b.revision_id as id, b.start, b.text from unnest($2::uuid[]) as x(id)
       join block b on b.workspace_id = $1 and b.revision_id = x.id order by b.revision_id, b.ordinal`,
    [workspaceId, revisions],
    "blocks-of",
  );
  const blocks = new Map<string, Block[]>();
  for (const { id, ...block } of rows) {
    const known = blocks.get(id);
    if (known) known.push(block);
    else blocks.set(id, [block]);
  }
  return blocks;
}

export type AskReports = {
  query: Query;
  projectId: ProjectId;
  /** Where a page goes on: this report is among what is answered again. */
  from?: readonly [string, string] | undefined;
  /** Reports after this one. */
  after?: readonly [string, string] | undefined;
  limit: number;
  /** Without what is under embargo: for what leaves the project. */
  free?: boolean;
};

/**
 * Reports with words that are looked for, newest first. Whoever is in a project sees its reports, which is asked before.
 * A frequent word is met among the newest rows.
 */
export async function reportsWith(db: Sql, actor: Actor, asked: AskReports): Promise<ReportFound[]> {
  const words = await wordsOf(db, actor.workspaceId, asked.query);
  if (!words) return [];
  const rows = await newestRows(db, words, asked.limit);
  const met = rows ? await reportsAmong(db, actor, asked, { among: "newest", words, rows }) : [];
  return met.length >= asked.limit ? met : reportsAmong(db, actor, asked, { among: "all", words });
}

async function reportsAmong(db: Sql, actor: Actor, asked: AskReports, within: Among): Promise<ReportFound[]> {
  const { query, projectId, after, from, limit, free } = asked;
  const values: unknown[] = [actor.workspaceId, actor.userId, projectId, after?.[0] ?? null, after?.[1] ?? null];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const fields = query.narrowings.map((each) => `and ${narrowed(each, bound)}`).join("\n");
  const first = from ? `and (s.at, s.id) <= (${bound(from[0])}::timestamptz, ${bound(from[1])}::uuid)` : "";
  return db.rows<ReportFound>(
    `with candidate as ${candidates(within, undefined, bound)}
     select r.id as "reportId", r.revision_id as "revisionId", n.number as revision, r.title, r.outlet, r.published,
            ${instant("r.created_at")} as at, r.language, s.at::text as key, r.code_points as "codePoints"
       from candidate s
       join report r on r.workspace_id = s.workspace_id and r.id = s.report_id
       join revision n on n.workspace_id = r.workspace_id and n.id = r.revision_id
      where s.of = 'report' and $2::uuid is not null ${fields} ${first}
        ${free ? `and ${isFree("r")}` : ""}
      order by s.at desc, s.id desc limit ${limit}`,
    values,
  );
}
