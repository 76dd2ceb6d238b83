import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { Copy, CopyWithPassages } from "@/domain/copies/copy";
import type { CopyState } from "@/domain/copies/copy-values";
import type { CopyId, ProjectId, ReportId } from "@/domain/ids";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

type End = "one" | "other";

const endJson = (
  end: End,
) => `json_build_object('reportId', ${end}_r.id, 'title', ${end}_r.title, 'outlet', ${end}_r.outlet,
  'published', ${end}_r.published, 'words', c.${end}_words, 'shared', c.${end}_shared)`;
const isOriginal = (end: End) => `c.original_id = c.${end}_id`;
const copyJson = `json_build_object('id', c.id, 'state', c.state,
  'original', case when ${isOriginal("one")} then ${endJson("one")} else ${endJson("other")} end,
  'copy', case when ${isOriginal("one")} then ${endJson("other")} else ${endJson("one")} end,
  'by', c.decided_by, 'byName', u.name, 'at', ${instant("c.decided_at")})`;
const pairs = `report_copy c
  join report one_r on one_r.workspace_id = c.workspace_id and one_r.id = c.one_id
  join report other_r on other_r.workspace_id = c.workspace_id and other_r.id = c.other_id
  left join users u on u.id = c.decided_by`;

export type CopiesAsked = {
  projectId: ProjectId;
  state: CopyState | undefined;
  /** Pairs with one of these; all when left out. */
  reports: readonly ReportId[] | undefined;
  after: CopyId | undefined;
  limit: number;
};

/** Pairs of a project, those found last first. What nobody has decided on and is archived is not asked about. */
export async function copiesIn(db: Sql, { workspaceId }: Actor, asked: CopiesAsked): Promise<Page<Copy>> {
  const { projectId, state, reports, after, limit } = asked;
  const rows = await db.rows<{ id: CopyId; copy: Copy }>(
    `select c.id, json_strip_nulls(${copyJson}) as copy from ${pairs}
      where c.workspace_id = $1 and c.project_id = $2 and ($3::text is null or c.state = $3)
        and ($4::uuid[] is null or c.one_id = any($4) or c.other_id = any($4)) and ($5::uuid is null or c.id < $5)
        and (c.state <> 'proposed' or (one_r.archived_at is null and other_r.archived_at is null))
      order by c.id desc limit $6`,
    [workspaceId, projectId, state ?? null, reports ?? null, after ?? null, limit + 1],
  );
  const page = toPage(rows, limit, ({ id }) => [id]);
  return { ...page, items: page.items.map(({ copy }) => copy) };
}

/** How many of these reports were not compared with the others yet. */
export async function notCompared(db: Sql, { workspaceId }: Actor, reports: readonly ReportId[]): Promise<number> {
  const [row] = await db.rows<{ count: number }>(
    `select count(*)::int as count from report r where r.workspace_id = $1 and r.id = any($2::uuid[])
        and r.archived_at is null and not exists (
          select from report_sketch k where k.workspace_id = r.workspace_id and k.report_id = r.id)`,
    [workspaceId, reports],
  );
  return row?.count ?? 0;
}

/** One pair of a project with the passages that both have. */
export async function findCopy(
  db: Sql,
  workspaceId: string,
  { projectId, id, lock = false }: { projectId: ProjectId; id: CopyId; lock?: boolean },
): Promise<CopyWithPassages | undefined> {
  const [row] = await db.rows<{
    copy: Copy;
    passages: { one: number; other: number; length: number }[];
    flip: boolean;
  }>(
    `select json_strip_nulls(${copyJson}) as copy, c.passages, ${isOriginal("other")} as flip from ${pairs}
      where c.workspace_id = $1 and c.project_id = $2 and c.id = $3 ${lock ? "for update of c" : ""}`,
    [workspaceId, projectId, id],
  );
  if (!row) return undefined;
  const passages = row.passages.map(({ one, other, length }) => ({
    copy: row.flip ? one : other,
    original: row.flip ? other : one,
    length,
  }));
  return { ...row.copy, passages: passages.toSorted((a, b) => a.copy - b.copy) };
}

/** Whether a report goes back to another one through copies that were confirmed, a pair left out. */
export async function goesBackTo(
  tx: Tx,
  { from, to, without }: { from: ReportId; to: ReportId; without: CopyId },
): Promise<boolean> {
  const rows = await tx.rows(
    `with recursive back(id) as (
       select $2::uuid
       union select c.original_id from back b
         join report_copy c on c.workspace_id = $1 and b.id in (c.one_id, c.other_id)
          and c.original_id <> b.id and c.state = 'confirmed' and c.id <> $4
     ) select 1 from back where id = $3`,
    [tx.workspaceId, from, to, without],
  );
  return rows.length > 0;
}

/** Keeps a decision. */
export async function decideCopyRow(
  tx: Tx,
  { userId }: Actor,
  { id, state, original }: { id: CopyId; state: CopyState; original: ReportId },
): Promise<void> {
  await tx.rows(
    `update report_copy set state = $3, original_id = $4, decided_at = now(), decided_by = $5
      where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id, state, original, userId],
  );
}

/** Opens events again whose origins may be others now: those with claims of these reports. */
export async function reopenForCopies(tx: Tx, { userId }: Actor, reports: readonly ReportId[]): Promise<void> {
  await tx.rows(
    `select reopen_events($1, array(
       select t.id from event_claim m join tag t on t.workspace_id = m.workspace_id and t.id = m.claim_id
        where m.workspace_id = $1 and t.report_id = any($2::uuid[])), $3, 'copies')`,
    [tx.workspaceId, reports, userId],
  );
}
