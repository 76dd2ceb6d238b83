import "server-only";
import { z } from "zod";
import type { Actor } from "@/domain/access/actor";
import { Codebook, type VersionedCodebook } from "@/domain/codebook/codebook";
import type { CodebookVersion } from "@/domain/codebook/codebook-answers";
import type { ProjectId, WorkspaceId } from "@/domain/ids";
import { instant } from "@/server/data/tags/tag-json";
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
  const [row] = await db.rows(
    `select c.number, c.content
       from project p
       join codebook_version c
         on c.workspace_id = p.workspace_id and c.project_id = p.id and c.number = p.codebook_version
      where p.workspace_id = $1 and p.id = $2`,
    [workspaceId, projectId],
  );
  return row && { ...Codebook.parse(row["content"]), version: z.int().parse(row["number"]) };
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
  const { codebookVersion } = await db.prisma();
  const found = await codebookVersion.findUniqueOrThrow({
    where: { workspaceId_projectId_number: { workspaceId, projectId, number: version } },
    select: { content: true },
  });
  const codebook = Codebook.parse(found.content);
  const [oldest] = remembered.size < rememberedAtMost ? [] : remembered.keys();
  if (oldest !== undefined) remembered.delete(oldest);
  remembered.set(key, codebook);
  return codebook;
}

export async function addCodebookVersion(tx: Tx, by: Actor, id: ProjectId, codebook: VersionedCodebook): Promise<void> {
  const { version, ...content } = codebook;
  const { codebookVersion, project } = await tx.prisma();
  const { workspaceId } = tx;
  await codebookVersion.create({
    data: { workspaceId, projectId: id, number: version, content, createdBy: by.userId },
    select: { number: true },
  });
  await project.updateMany({ where: { workspaceId, id }, data: { codebookVersion: version } });
}

type KeptVersion = Omit<CodebookVersion, "differences"> & { content: Codebook };

/** A codebook's versions before one, newest first. */
export async function codebooksBefore(
  db: Sql,
  { workspaceId, projectId }: Omit<Numbered, "version">,
  { before, most }: { before: number | undefined; most: number },
): Promise<KeptVersion[]> {
  const rows = await db.rows<Omit<KeptVersion, "content"> & { content: unknown }>(
    `select c.number as version, c.created_by as by, u.name as "byName", ${instant("c.created_at")} as at, c.content
       from codebook_version c join users u on u.id = c.created_by
      where c.workspace_id = $1 and c.project_id = $2 and ($3::int is null or c.number < $3)
      order by c.number desc limit $4`,
    [workspaceId, projectId, before ?? null, most],
  );
  return rows.map((row) => ({ ...row, content: Codebook.parse(row.content) }));
}
