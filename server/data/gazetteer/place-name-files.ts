import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { JobId, PlaceNameFileId, WorkspaceId } from "@/domain/ids";
import type { PlaceNameFile } from "@/domain/job/place-name-file";
import { jobJson } from "@/server/data/jobs/jobs";
import type { Sql, Tx } from "@/server/data/transaction";

export async function addPlaceNameFile(
  tx: Tx,
  actor: Actor,
  { id, name, bytes }: { id: JobId; name: string; bytes: number },
): Promise<void> {
  await tx.rows("insert into place_name_file (workspace_id, id, name, bytes, created_by) values ($1, $2, $3, $4, $5)", [
    tx.workspaceId,
    id,
    name,
    bytes,
    actor.userId,
  ]);
}

const files = `select jsonb_strip_nulls(jsonb_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'bytes', f.bytes,
    'kept', f.kept, 'broken', f.broken, 'passedOver', f.passed_over)) || jsonb_build_object('job', ${jobJson}) as file
  from place_name_file f join job j on j.workspace_id = f.workspace_id and j.id = f.id
  join users u on u.id = j.created_by where f.workspace_id = $1`;

/** All files of a workspace, newest first. */
export async function placeNameFilesOf(db: Sql, workspaceId: WorkspaceId): Promise<PlaceNameFile[]> {
  const rows = await db.rows<{ file: PlaceNameFile }>(`${files} order by f.created_at desc, f.id desc`, [workspaceId]);
  return rows.map(({ file }) => file);
}

export async function findPlaceNameFile(
  db: Sql,
  workspaceId: WorkspaceId,
  id: PlaceNameFileId,
): Promise<PlaceNameFile | undefined> {
  const [row] = await db.rows<{ file: PlaceNameFile }>(`${files} and f.id = $2`, [workspaceId, id]);
  return row?.file;
}

/** Deletes files with the places, names and P-codes that are theirs; the jobs that read them stay. */
export async function dropPlaceNameFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.rows("set local statement_timeout = 0");
  for (const table of ["filed_name", "filed_place", "area_code"])
    await tx.rows(`delete from ${table} where workspace_id = $1 and file_id = any($2::uuid[])`, [tx.workspaceId, ids]);
  await tx.rows("delete from place_name_file where workspace_id = $1 and id = any($2::uuid[])", [tx.workspaceId, ids]);
}

/** Earlier files of the same name that no job reads any more. */
export async function formerFiles(tx: Tx, { id, name }: { id: JobId; name: string }): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select f.id from place_name_file f join job j on j.workspace_id = f.workspace_id and j.id = f.id
      where f.workspace_id = $1 and f.name = $2 and f.id <> $3 and j.state not in ('queued', 'running')`,
    [tx.workspaceId, name, id],
  );
  return rows.map((row) => row.id);
}
