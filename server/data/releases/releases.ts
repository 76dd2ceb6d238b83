import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { ProjectId, ReleaseId, WorkspaceId } from "@/domain/ids";
import type { Release, ReleaseFile } from "@/domain/release/release";
import { seenReleases } from "@/server/data/releases/seen";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

type Viewer = { actor: Actor; standing: Standing };

/** What became of a release that is called `r`. */
export const stateOf = `case when not r.approved then 'declined' when r.erased_at is not null then 'erased'
  when r.withdrawn_at is not null then 'withdrawn' when r.protection is not null and r.approved is null then 'waiting' else 'made' end`;

const releaseJson = `json_strip_nulls(json_build_object('id', r.id, 'projectId', r.project_id, 'number', r.number,
  'state', ${stateOf}, 'title', r.title, 'counts', r.counts, 'digest', r.digest,
  'bytes', (select coalesce(sum(f.bytes), 0) from release_file f where f.workspace_id = r.workspace_id and f.release_id = r.id),
  'by', r.created_by, 'byName', u.name, 'at', ${instant("r.made_at")},
  'withdrawn', case when r.withdrawn_at is not null then json_build_object('by', r.withdrawn_by, 'byName', w.name,
     'at', ${instant("r.withdrawn_at")}, 'reason', r.withdrawn_reason) end,
  'decided', case when r.decided_at is not null then json_build_object('by', r.decided_by, 'byName', d.name,
     'at', ${instant("r.decided_at")}, 'approved', r.approved, 'reason', r.decided_reason) end,
  'erasedAt', ${instant("r.erased_at")}))`;
// Nulls of what was asked for say "everything" and stay.
const columns = `${releaseJson} as release, r.asked`;
const releases = `release r join users u on u.id = r.created_by left join users w on w.id = r.withdrawn_by
  left join users d on d.id = r.decided_by`;

type Row = { release: Omit<Release, "asked">; asked: Release["asked"] };
const releaseOf = ({ release, asked }: Row): Release => ({ ...release, asked });

/** Where a release belongs, whoever may see it. */
export async function projectOfRelease(db: Sql, workspaceId: WorkspaceId, id: ReleaseId) {
  const [row] = await db.rows<{ projectId: ProjectId }>(
    `select project_id as "projectId" from release where workspace_id = $1 and id = $2 and number is not null`,
    [workspaceId, id],
  );
  return row?.projectId;
}

/** A release, if this person sees it. */
export async function findRelease(db: Sql, viewer: Viewer, id: ReleaseId): Promise<Release | undefined> {
  const [row] = await db.rows<Row>(
    `select ${columns} from ${releases} where r.workspace_id = $1 and r.id = $2 and ${seenReleases(viewer, "r")}`,
    [viewer.actor.workspaceId, id],
  );
  return row && releaseOf(row);
}

/** One whose project was deleted, for those who see what was. */
export async function orphanedRelease(db: Sql, workspaceId: WorkspaceId, id: ReleaseId): Promise<Release | undefined> {
  const [row] = await db.rows<Row>(
    `select ${columns} from ${releases} where r.workspace_id = $1 and r.id = $2 and r.number is not null
        and not exists (select 1 from project p where p.workspace_id = r.workspace_id and p.id = r.project_id)`,
    [workspaceId, id],
  );
  return row && releaseOf(row);
}

export type WantedReleases = { projectId: ProjectId; after: readonly [number] | undefined; limit: number };

/** A project's releases that this person sees, the newest first. */
export async function releasesOf(
  db: Sql,
  viewer: Viewer,
  { projectId, after, limit }: WantedReleases,
): Promise<Page<Release>> {
  const rows = await db.rows<Row>(
    `select ${columns} from ${releases} where r.workspace_id = $1 and r.project_id = $2 and ${seenReleases(viewer, "r")}
        and ($3::int is null or r.number < $3) order by r.number desc limit $4`,
    [viewer.actor.workspaceId, projectId, after?.[0] ?? null, limit + 1],
  );
  return toPage(rows.map(releaseOf), limit, ({ number }) => [number]);
}

/** The newest release before one is made whose files are all there; one that nobody approved is none. */
export async function lastRelease(db: Sql, workspaceId: WorkspaceId, projectId: ProjectId) {
  const [row] = await db.rows<{ id: ReleaseId; number: number; digest: string; at: string }>(
    `select r.id, r.number, r.digest, ${instant("r.made_at")} as at from release r
      where r.workspace_id = $1 and r.project_id = $2 and r.number is not null and r.erased_at is null
        and (r.protection is null or r.approved)
      order by r.number desc limit 1`,
    [workspaceId, projectId],
  );
  return row;
}

/** A release's files with their digests, in their order. */
export async function filesOfRelease(db: Sql, workspaceId: WorkspaceId, id: ReleaseId): Promise<ReleaseFile[]> {
  const rows = await db.rows<{ file: ReleaseFile }>(
    `select json_build_object('name', f.name, 'bytes', f.bytes, 'sha256', f.sha256) as file from release_file f
      where f.workspace_id = $1 and f.release_id = $2 order by f.nth`,
    [workspaceId, id],
  );
  return rows.map(({ file }) => file);
}

/** Withdraws a release; undefined where it was withdrawn before. */
export async function markWithdrawn(tx: Tx, actor: Actor, { id, reason }: { id: ReleaseId; reason: string }) {
  const [row] = await tx.rows(
    `update release set withdrawn_by = $3, withdrawn_at = now(), withdrawn_reason = $4
      where workspace_id = $1 and id = $2 and withdrawn_at is null returning 1`,
    [tx.workspaceId, id, actor.userId, reason],
  );
  return row;
}

/** Deletes the files of every release with one of these reports, or of a whole project. Names and digests stay. */
export async function eraseReleases(
  tx: Tx,
  { projectId, reportId }: { projectId: ProjectId; reportId?: string | undefined },
): Promise<void> {
  const bound = [tx.workspaceId, projectId, reportId ?? null];
  const those = `select id from release r where r.workspace_id = $1 and r.project_id = $2 and ($3::uuid is null or exists (
      select 1 from release_report x where x.workspace_id = $1 and x.release_id = r.id and x.report_id = $3))`;
  await tx.rows(`delete from release_part where workspace_id = $1 and release_id in (${those})`, bound);
  await tx.rows(
    `update release set erased_at = now() where workspace_id = $1 and number is not null and erased_at is null
        and id in (${those})`,
    bound,
  );
  if (reportId !== undefined) return;
  // What was never finished leaves nothing.
  const open = "select id from release where workspace_id = $1 and project_id = $2 and number is null";
  for (const [table, column] of [
    ["release_report", "release_id"],
    ["release_file", "release_id"],
    ["release", "id"],
  ])
    await tx.rows(`delete from ${table} where workspace_id = $1 and ${column} in (${open})`, bound.slice(0, 2));
}
