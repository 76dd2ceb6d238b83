import "server-only";
import type { AskedAgreement } from "@/domain/agreement/project/asked";
import { type Compared, counts } from "@/server/data/agreement/layers";
import type { Sql } from "@/server/data/transaction";

export type Reviewed = { kind: string; unchanged: number; changed: number; returned: number; rejected: number };

/** What reviewers made of other people's tags in the shared layer, by kind: the latest decision that stands on each. */
export async function reviewedByKind(
  db: Sql,
  { actor, projectId }: Compared,
  { people, from, to, proposals }: Pick<AskedAgreement, "people" | "from" | "to" | "proposals">,
): Promise<Reviewed[]> {
  return db.rows<Reviewed>(
    `select t.kind, count(*) filter (where d.decision = 'accept')::int as unchanged,
            count(*) filter (where d.decision = 'accept-with-change')::int as changed,
            count(*) filter (where d.decision = 'return')::int as returned,
            count(*) filter (where d.decision = 'reject')::int as rejected
       from tag t
       cross join lateral (
         select d.decision, d.created_by, d.created_at from verdict d
          where d.workspace_id = t.workspace_id and d.tag_id = t.id and d.undone_at is null
          order by d.created_at desc, d.id desc limit 1) d
      where t.workspace_id = $1 and t.project_id = $2 and t.layer = 'shared' and t.state <> 'withdrawn'
        and d.created_by <> t.created_by and ${counts(proposals)}
        and ($3::uuid[] is null or t.created_by = any($3))
        and ($4::date is null or (d.created_at at time zone 'UTC')::date >= $4)
        and ($5::date is null or (d.created_at at time zone 'UTC')::date <= $5)
      group by t.kind order by t.kind`,
    [actor.workspaceId, projectId, people ?? null, from ?? null, to ?? null],
  );
}
