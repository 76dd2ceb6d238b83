import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId, UploadId, WorkspaceId } from "@/domain/ids";
import { personalJobs } from "@/domain/job/job-values";
import type { Upload } from "@/domain/job/upload";
import type { Sql, Tx } from "@/server/data/transaction";

/** Bytes of a part. */
export const partSize = 1024 * 1024;
/** Days for which files wait to be imported. */
const keptFor = 7;

export async function addUpload(tx: Tx, actor: Actor, upload: { id: UploadId; projectId?: ProjectId }): Promise<void> {
  await tx.rows("insert into upload (workspace_id, id, project_id, created_by) values ($1, $2, $3, $4)", [
    tx.workspaceId,
    upload.id,
    upload.projectId ?? null,
    actor.userId,
  ]);
}

/** An upload with the files that are whole. */
export async function findUpload(db: Sql, workspaceId: WorkspaceId, id: UploadId): Promise<Upload | undefined> {
  const [row] = await db.rows<{ upload: Upload }>(
    `select json_strip_nulls(json_build_object('id', u.id, 'projectId', u.project_id, 'files', (
              select coalesce(json_agg(json_build_object('name', f.name, 'bytes', f.bytes) order by f.nth), '[]')
                from upload_file f
               where f.workspace_id = u.workspace_id and f.upload_id = u.id and f.bytes is not null))) as upload
       from upload u where u.workspace_id = $1 and u.id = $2`,
    [workspaceId, id],
  );
  return row?.upload;
}

/** Begins a file; it has its name once it is whole. Answers its number, or nothing where the upload is full. */
export async function beginFile(tx: Tx, id: UploadId, most: number): Promise<number | undefined> {
  await tx.rows("select from upload where workspace_id = $1 and id = $2 for update", [tx.workspaceId, id]);
  const [row] = await tx.rows<{ nth: number }>(
    `insert into upload_file (workspace_id, upload_id, nth, name)
     select $1, $2, coalesce(max(nth), 0) + 1, '/' || coalesce(max(nth), 0) + 1
       from upload_file where workspace_id = $1 and upload_id = $2
     having count(*) < $3 returning nth`,
    [tx.workspaceId, id, most],
  );
  return row?.nth;
}

export type FileOf = { workspaceId: WorkspaceId; id: UploadId; nth: number };

/** Keeps one part of a file. */
export async function addPart(db: Sql, { workspaceId, id, nth }: FileOf, part: number, bytes: Buffer): Promise<void> {
  await db.rows(
    `insert into upload_part (workspace_id, upload_id, file, part, bytes) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, upload_id, file, part) do update set bytes = excluded.bytes`,
    [workspaceId, id, nth, part, bytes],
  );
}

/** Gives a whole file its name, in place of one that had it. */
export async function endFile(tx: Tx, { id, nth }: FileOf, { name, bytes }: { name: string; bytes: number }) {
  await tx.rows("select from upload where workspace_id = $1 and id = $2 for update", [tx.workspaceId, id]);
  const former = "(select nth from upload_file where workspace_id = $1 and upload_id = $2 and name = $3)";
  const bound = [tx.workspaceId, id, name];
  await tx.rows(`delete from upload_part where workspace_id = $1 and upload_id = $2 and file in ${former}`, bound);
  await tx.rows("delete from upload_file where workspace_id = $1 and upload_id = $2 and name = $3", bound);
  await tx.rows(
    "update upload_file set name = $3, bytes = $5 where workspace_id = $1 and upload_id = $2 and nth = $4",
    [...bound, nth, bytes],
  );
}

/** How many bytes an upload holds so far, in files that are whole. */
export async function bytesOf(db: Sql, workspaceId: WorkspaceId, id: UploadId): Promise<number> {
  const [row] = await db.rows<{ bytes: string }>(
    "select coalesce(sum(bytes), 0)::text as bytes from upload_file where workspace_id = $1 and upload_id = $2",
    [workspaceId, id],
  );
  return Number(row?.bytes ?? 0);
}

/** Deletes an upload with its files. */
export async function dropUpload(db: Sql, workspaceId: WorkspaceId, id: UploadId): Promise<void> {
  for (const table of ["upload_part", "upload_file"])
    await db.rows(`delete from ${table} where workspace_id = $1 and upload_id = $2`, [workspaceId, id]);
  await db.rows("delete from upload where workspace_id = $1 and id = $2", [workspaceId, id]);
}

/** Deletes uploads that nobody imported within a week. Returns how many went. */
export async function clearUploads(db: Sql): Promise<number> {
  const old = `select u.workspace_id, u.id from upload u where u.created_at < now() - make_interval(days => ${keptFor})
    and not exists (select from job j where j.workspace_id = u.workspace_id and j.state in ('queued', 'running')
                       and j.data->>'upload' = u.id::text)`;
  await db.rows(`delete from upload_part where (workspace_id, upload_id) in (${old})`);
  await db.rows(`delete from upload_file f where (workspace_id, upload_id) in (${old})
    and not exists (select from upload_part p where p.workspace_id = f.workspace_id and p.upload_id = f.upload_id)`);
  const gone = await db.rows(
    `delete from upload u where (workspace_id, id) in (${old})
      and not exists (select from upload_file f where f.workspace_id = u.workspace_id and f.upload_id = u.id) returning id`,
  );
  return gone.length;
}

/** The one file of an upload that a job of this person wrote. */
export async function ownFile(
  db: Sql,
  { workspaceId, userId }: Actor,
  id: UploadId,
): Promise<{ projectId: ProjectId; name: string } | undefined> {
  const [row] = await db.rows<{ projectId: ProjectId; name: string }>(
    `select u.project_id as "projectId", f.name from upload u
       join upload_file f on f.workspace_id = u.workspace_id and f.upload_id = u.id and f.nth = 1 and f.bytes is not null
       join job j on j.workspace_id = u.workspace_id and j.created_by = u.created_by and j.kind = any($4::text[])
                 and j.result->>'upload' = u.id::text
      where u.workspace_id = $1 and u.created_by = $2 and u.id = $3`,
    [workspaceId, userId, id, personalJobs],
  );
  return row;
}

/** The bytes of a file, part by part. */
export async function* partsOf(db: Sql, { workspaceId, id, nth }: FileOf): AsyncGenerator<Uint8Array> {
  for (let part = 0; ; part += 1) {
    const [row] = await db.rows<{ bytes: Buffer }>(
      "select bytes from upload_part where workspace_id = $1 and upload_id = $2 and file = $3 and part = $4",
      [workspaceId, id, nth, part],
    );
    if (!row) return;
    yield row.bytes;
  }
}

/** The whole files of an upload in memory; one that is larger than `most` comes without its bytes. */
export async function uploadedFiles(
  db: Sql,
  workspaceId: WorkspaceId,
  id: UploadId,
  most: number,
): Promise<{ name: string; bytes: Buffer | undefined }[]> {
  const files = await db.rows<{ nth: number; name: string; bytes: string }>(
    "select nth, name, bytes from upload_file where workspace_id = $1 and upload_id = $2 and bytes is not null order by nth",
    [workspaceId, id],
  );
  const whole: { name: string; bytes: Buffer | undefined }[] = [];
  for (const { nth, name, bytes } of files) {
    if (Number(bytes) > most) {
      whole.push({ name, bytes: undefined });
      continue;
    }
    const parts = await db.rows<{ bytes: Buffer }>(
      "select bytes from upload_part where workspace_id = $1 and upload_id = $2 and file = $3 order by part",
      [workspaceId, id, nth],
    );
    whole.push({ name, bytes: Buffer.concat(parts.map((part) => part.bytes)) });
  }
  return whole;
}
