import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ReportId, TagId, VerdictId } from "@/domain/ids";
import type { Tag } from "@/domain/tag/tag";
import { currentTags, tagNow, tagThen } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

/** A tag of the workspace as it is now, whoever may see it. */
export async function findTag(db: Sql, { workspaceId }: Actor, id: TagId): Promise<Tag | undefined> {
  const [row] = await db.rows<{ tag: Tag }>(
    `select ${tagNow} as tag from ${currentTags} where t.workspace_id = $1 and t.id = $2`,
    [workspaceId, id],
    "find-tag",
  );
  return row?.tag;
}

/** A tag as one of its versions left it. */
export async function tagAsOf(db: Sql, { workspaceId }: Actor, id: TagId, version: number): Promise<Tag | undefined> {
  const [row] = await db.rows<{ tag: Tag }>(
    `select ${tagThen} as tag from tag t join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id
      where t.workspace_id = $1 and t.id = $2 and v.number = $3`,
    [workspaceId, id, version],
  );
  return row?.tag;
}

/** Where a verdict belongs, and the version it was made on. */
export async function findVerdict(
  db: Sql,
  { workspaceId }: Actor,
  id: VerdictId,
): Promise<{ tagId: TagId; reportId: ReportId; version: number } | undefined> {
  const [row] = await db.rows<{ tagId: TagId; reportId: ReportId; version: number }>(
    `select d.tag_id as "tagId", t.report_id as "reportId", d.version from verdict d
       join tag t on t.workspace_id = d.workspace_id and t.id = d.tag_id
      where d.workspace_id = $1 and d.id = $2`,
    [workspaceId, id],
  );
  return row;
}
