import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ErasedCounts, Tombstone } from "@/domain/erasing/tombstone";
import type { ProjectId, ReportId } from "@/domain/ids";
import { eraseJobs } from "@/server/data/jobs/jobs";
import { eraseReleases } from "@/server/data/releases/releases";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";
import { eraseWebhooks } from "@/server/data/webhooks/webhooks";

/** One report, or all of a project. */
export type Erased = { projectId: ProjectId; reportId?: ReportId };

const values = (tx: Tx, { projectId, reportId }: Erased) => [tx.workspaceId, projectId, reportId ?? null];
const reports = "select id from report where workspace_id = $1 and project_id = $2 and ($3::uuid is null or id = $3)";
/** Tags on the reports, and links of other reports that lead to them. */
const tags = `select t.id from tag t where t.workspace_id = $1 and t.report_id in (${reports})
  union select l.id from tag l join tag t on t.workspace_id = l.workspace_id and t.id in (l.to_id, l.from_id)
   where l.workspace_id = $1 and l.type = 'relation' and t.report_id in (${reports})`;
const threads = `select h.id from thread h where h.workspace_id = $1
  and (h.report_id in (${reports}) or h.tag_id in (select id from erased_tags))`;

/** How much would go, withdrawn tags left out. */
export async function countErased(tx: Tx, erased: Erased): Promise<ErasedCounts> {
  const [row] = await tx.rows<{ counts: ErasedCounts }>(
    `with gone as (select * from tag where workspace_id = $1 and id in (${tags}) and state <> 'withdrawn')
     select json_build_object(
       'reports', (select count(*) from (${reports}) r),
       'annotations', (select count(*) from gone where type = 'annotation'),
       'links', (select count(*) from gone where type = 'relation'),
       'accepted', (select count(*) from gone where state = 'accepted'),
       'comments', (select count(*) from comment c join thread h on h.workspace_id = c.workspace_id and h.id = c.thread_id
                     where c.workspace_id = $1 and h.report_id in (${reports}))) as counts`,
    values(tx, erased),
  );
  if (!row) throw new Error("A count always answers one row.");
  return row.counts;
}

/**
 * Deletes the rows of reports: texts, originals, tags with their versions and verdicts, threads, work. The history keeps
 * its lines, which name ids and hold no content. Answers the other reports that a deleted link or duplicate concerned.
 */
export async function eraseReports(tx: Tx, erased: Erased): Promise<ReportId[]> {
  const bound = values(tx, erased);
  await eraseReleases(tx, erased);
  // What is being imported into a project ends with it.
  if (erased.reportId === undefined) await eraseJobs(tx, erased.projectId);
  await tx.rows("set local glossator.erasing = 'on'");
  await tx.rows("create temporary table erased_tags (id uuid primary key) on commit drop");
  await tx.rows(`insert into erased_tags ${tags}`, bound);
  const touched = await tx.rows<{ id: ReportId }>(
    `select distinct t.report_id as id from tag t join erased_tags e on e.id = t.id
      where t.workspace_id = $1 and t.report_id not in (${reports})
     union select id from report where workspace_id = $1 and duplicate_of in (${reports}) and id not in (${reports})`,
    bound,
  );
  const one = [tx.workspaceId];
  await eraseEventsOf(tx);
  await erasePermittedUse(tx, `report_id in (${reports})`, bound);
  await tx.rows(`delete from comment where workspace_id = $1 and thread_id in (${threads})`, bound);
  await tx.rows(`delete from thread where workspace_id = $1 and id in (${threads})`, bound);
  await tx.rows("delete from verdict where workspace_id = $1 and tag_id in (select id from erased_tags)", one);
  await tx.rows("delete from tag_version where workspace_id = $1 and tag_id in (select id from erased_tags)", one);
  await tx.rows(
    "delete from tag where workspace_id = $1 and type = 'relation' and id in (select id from erased_tags)",
    one,
  );
  await tx.rows("delete from tag where workspace_id = $1 and id in (select id from erased_tags)", one);
  for (const table of [
    "notification",
    "assignment",
    "presence",
    "report_notice",
    "report_original",
    "suggestion",
    "suggestion_run",
    "first_pass",
  ])
    await tx.rows(`delete from ${table} where workspace_id = $1 and report_id in (${reports})`, bound);
  await eraseCopies(tx, bound);
  // That it came is remembered, so that it does not come again.
  await tx.rows(
    `update feed_item set report_id = null, title = '', address = null where workspace_id = $1 and report_id in (${reports})`,
    bound,
  );
  await tx.rows(
    `delete from block where workspace_id = $1
      and revision_id in (select id from revision where workspace_id = $1 and report_id in (${reports}))`,
    bound,
  );
  await tx.rows(`delete from revision where workspace_id = $1 and report_id in (${reports})`, bound);
  await tx.rows(
    `update report set duplicate_of = null, triage = 'untriaged'
      where workspace_id = $1 and duplicate_of in (${reports}) and id not in (${reports})`,
    bound,
  );
  await tx.rows(
    "delete from report where workspace_id = $1 and project_id = $2 and ($3::uuid is null or id = $3)",
    bound,
  );
  return touched.map(({ id }) => id);
}

/** Deletes what was found of copies, and by what they were looked for. */
async function eraseCopies(tx: Tx, bound: readonly unknown[]): Promise<void> {
  await tx.rows(
    `delete from report_shingle s using report_sketch k
      where k.workspace_id = $1 and k.report_id in (${reports})
        and s.workspace_id = $1 and s.project_id = $2 and s.hash = any(k.hashes) and s.report_id = k.report_id`,
    bound,
  );
  await tx.rows(`delete from report_sketch where workspace_id = $1 and report_id in (${reports})`, bound);
  await tx.rows(
    `delete from report_copy where workspace_id = $1 and (one_id in (${reports}) or other_id in (${reports}))`,
    bound,
  );
}

/** Deletes what was said of what may leave, with its versions; `which` is a condition on it. */
async function erasePermittedUse(tx: Tx, which: string, bound: readonly unknown[]): Promise<void> {
  const ids = `select id from permitted_use where workspace_id = $1 and project_id = $2 and ${which}`;
  await tx.rows(`delete from permitted_use_version where workspace_id = $1 and permitted_use_id in (${ids})`, bound);
  await tx.rows(`delete from permitted_use where workspace_id = $1 and project_id = $2 and ${which}`, bound);
}

/** Takes erased claims out of their events, and deletes events that had no others, with those merged into them. */
async function eraseEventsOf(tx: Tx): Promise<void> {
  const one = [tx.workspaceId];
  await tx.rows(
    `create temporary table erased_events on commit drop as
     select e.id from event e where e.workspace_id = $1
        and exists (select 1 from event_claim m join erased_tags g on g.id = m.claim_id
                     where m.workspace_id = $1 and m.event_id = e.id)
        and not exists (select 1 from event_version v where v.workspace_id = $1 and v.event_id = e.id
                           and v.number = e.version and v.content ? 'legacy')
        and not exists (select 1 from event_claim m where m.workspace_id = $1 and m.event_id = e.id
                           and m.claim_id not in (select id from erased_tags))`,
    one,
  );
  await tx.rows(
    `insert into erased_events select id from event where workspace_id = $1 and merged_into in (select id from erased_events)`,
    one,
  );
  // What was accepted, and what a sheet said, may have words of the claims that go.
  await tx.rows(
    `update event_verdict set row = null where workspace_id = $1 and row is not null
        and event_id in (select m.event_id from event_claim m join erased_tags g on g.id = m.claim_id where m.workspace_id = $1)`,
    one,
  );
  await tx.rows("delete from event_claim where workspace_id = $1 and claim_id in (select id from erased_tags)", one);
  for (const table of ["sheet_change", "event_verdict", "event_version"])
    await tx.rows(`delete from ${table} where workspace_id = $1 and event_id in (select id from erased_events)`, one);
  await tx.rows("delete from event where workspace_id = $1 and id in (select id from erased_events)", one);
}

/** Deletes what else a project has, once its reports are gone. */
export async function eraseProject(tx: Tx, projectId: ProjectId): Promise<void> {
  const bound = [tx.workspaceId, projectId];
  await erasePermittedUse(tx, "true", bound);
  await tx.rows(
    `delete from feed_item where workspace_id = $1
      and feed_id in (select id from feed where workspace_id = $1 and project_id = $2)`,
    bound,
  );
  await tx.rows("delete from feed where workspace_id = $1 and project_id = $2", bound);
  await eraseWebhooks(tx, projectId);
  await tx.rows("delete from protected_name where workspace_id = $1 and project_id = $2", bound);
  for (const table of ["grade", "entity_change"])
    await tx.rows(
      `delete from ${table} where workspace_id = $1
        and entity_id in (select id from entity where workspace_id = $1 and project_id = $2)`,
      bound,
    );
  for (const table of ["sheet_change", "event_verdict", "event_claim", "event_version"])
    await tx.rows(
      `delete from ${table} where workspace_id = $1
        and event_id in (select id from event where workspace_id = $1 and project_id = $2)`,
      bound,
    );
  await tx.rows("delete from event where workspace_id = $1 and project_id = $2", bound);
  await tx.rows(
    "update entity set parent_id = null, outlet_id = null, merged_into = null where workspace_id = $1 and project_id = $2",
    bound,
  );
  for (const table of [
    "external_author",
    "merge_proposal",
    "entity_merge",
    "entity",
    "tagging",
    "codebook_migration",
    "codebook_version",
    "project_member",
    "notification",
    "saved_search",
  ])
    await tx.rows(`delete from ${table} where workspace_id = $1 and project_id = $2`, bound);
  await tx.rows("delete from project where workspace_id = $1 and id = $2", bound);
}

/** Keeps who deleted what, when and why. */
export async function keepTombstone(
  tx: Tx,
  actor: Actor,
  stone: Pick<Tombstone, "id" | "kind" | "projectId" | "title" | "reason" | "counts">,
): Promise<void> {
  const { tombstone: rows } = await tx.prisma();
  const { id, kind, projectId, title, reason, counts } = stone;
  const what = { workspaceId: tx.workspaceId, id, kind, projectId, title, reason, counts };
  await rows.create({ data: { ...what, createdBy: actor.userId }, select: { id: true } });
}

const stoneJson = `json_build_object('id', s.id, 'kind', s.kind, 'projectId', s.project_id, 'title', s.title,
  'reason', s.reason, 'counts', s.counts, 'by', s.created_by, 'byName', u.name, 'at', ${instant("s.created_at")})`;
const stones = `select ${stoneJson} as stone from tombstone s join users u on u.id = s.created_by where s.workspace_id = $1`;

/** What was deleted in a project, or the projects that were; newest first, 1,000 at most. */
export async function tombstonesOf(
  db: Sql,
  actor: Actor,
  of: { projectId: ProjectId } | "projects",
): Promise<Tombstone[]> {
  const [condition, more] =
    of === "projects" ? ["s.kind = 'project'", []] : ["s.kind = 'report' and s.project_id = $2", [of.projectId]];
  const rows = await db.rows<{ stone: Tombstone }>(
    `${stones} and ${condition} order by s.created_at desc, s.id limit 1000`,
    [actor.workspaceId, ...more],
  );
  return rows.map(({ stone }) => stone);
}

/** What stays of one deleted report or project. */
export async function tombstone(db: Sql, actor: Actor, id: string): Promise<Tombstone | undefined> {
  const [row] = await db.rows<{ stone: Tombstone }>(`${stones} and s.id = $2`, [actor.workspaceId, id]);
  return row?.stone;
}
