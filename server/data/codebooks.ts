import "server-only";
import type { Actor } from "@/domain/access/actor";
import { Codebook, type VersionedCodebook } from "@/domain/codebook/codebook";
import type { ProjectId, WorkspaceId } from "@/domain/ids";
import type { Sql, Tx } from "@/server/data/transaction";

/**
 * The codebook in force; `lock` keeps others from adding a version until this transaction ends. The lock is a statement
 * of its own: one that waited for it would still see the version from before.
 */
export async function currentCodebook(
  db: Sql,
  workspaceId: WorkspaceId,
  projectId: ProjectId,
  lock = false,
): Promise<VersionedCodebook | undefined> {
  if (lock) {
    await db.rows("select from project where workspace_id = $1 and id = $2 for update", [workspaceId, projectId]);
  }
  const [row] = await db.rows<{ number: number; content: unknown }>(
    `select c.number, c.content
       from project p
       join codebook_version c
         on c.workspace_id = p.workspace_id and c.project_id = p.id and c.number = p.codebook_version
      where p.workspace_id = $1 and p.id = $2`,
    [workspaceId, projectId],
  );
  return row && { ...Codebook.parse(row.content), version: row.number };
}

type Numbered = { workspaceId: WorkspaceId; projectId: ProjectId; version: number };

/** Versions never change, so a few of those asked for last are remembered. */
const remembered = new Map<string, Codebook>();
const rememberedAtMost = 200;

/** One version of a project's codebook. */
export async function codebookOf(db: Sql, { workspaceId, projectId, version }: Numbered): Promise<Codebook> {
  const key = `${workspaceId} ${projectId} ${version}`;
  const known = remembered.get(key);
  if (known) return known;
  const [row] = await db.rows<{ content: unknown }>(
    "select content from codebook_version where workspace_id = $1 and project_id = $2 and number = $3",
    [workspaceId, projectId, version],
  );
  const codebook = Codebook.parse(row?.content);
  const [oldest] = remembered.size < rememberedAtMost ? [] : remembered.keys();
  if (oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, codebook);
  return codebook;
}

export async function addCodebookVersion(tx: Tx, by: Actor, id: ProjectId, codebook: VersionedCodebook): Promise<void> {
  const { version, ...content } = codebook;
  await tx.rows(
    "insert into codebook_version (workspace_id, project_id, number, content, created_by) values ($1, $2, $3, $4, $5)",
    [tx.workspaceId, id, version, JSON.stringify(content), by.userId],
  );
  await tx.rows("update project set codebook_version = $3 where workspace_id = $1 and id = $2", [
    tx.workspaceId,
    id,
    version,
  ]);
}
