import "server-only";
import type { DatasetHeader, EntityRecord } from "@/domain/formats/dataset";
import type { UserId } from "@/domain/ids";
import { fromMarkdown } from "@/domain/prose/markdown/read";
import type { Prose } from "@/domain/prose/prose";
import { entitiesOfAll, entityJson } from "@/server/data/entities/seen";
import type { Asked } from "@/server/data/export/leaving";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

type About = Pick<DatasetHeader, "project" | "guidelines" | "guidelinesProse" | "codebook">;

/** The project as a dataset names it, with the codebook in force. */
export async function aboutProject(db: Sql, { actor, projectId }: Asked): Promise<About> {
  const [row] = await db.rows<{ about: About; prose: Prose | null }>(
    `select json_build_object(
       'project', json_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'mode', p.mode, 'languages', p.languages),
       'guidelines', p.guidelines,
       'codebook', json_build_object('version', p.codebook_version, 'content', c.content)) as about,
       p.guidelines_prose as prose
     from project p join codebook_version c
       on c.workspace_id = p.workspace_id and c.project_id = p.id and c.number = p.codebook_version
     where p.workspace_id = $1 and p.id = $2`,
    [actor.workspaceId, projectId],
  );
  if (!row) throw new Error("A project vanished from a snapshot.");
  return { ...row.about, guidelinesProse: row.prose ?? fromMarkdown(row.about.guidelines).prose };
}

/** The registry of the project, as everybody sees it, with the whole history of its grades. */
export async function entitiesOf(db: Sql, { actor, projectId }: Asked): Promise<EntityRecord[]> {
  const rows = await db.rows<{ entity: EntityRecord }>(
    `select (${entityJson}::jsonb || jsonb_build_object(
       'grades', (select coalesce(jsonb_agg(jsonb_build_object('reliability', g.reliability, 'reason', g.reason,
                    'by', g.created_by, 'at', ${instant("g.created_at")}) order by g.created_at, g.id), '[]')
                    from grade g where g.workspace_id = e.workspace_id and g.entity_id = e.id and g.layer is null))) as entity
     from ${entitiesOfAll} e where e.workspace_id = $1 and e.project_id = $2 order by e.id`,
    [actor.workspaceId, projectId],
  );
  return rows.map(({ entity }) => entity);
}

/** Everybody of the workspace and the project's authors without an account, whose id may stand in what leaves; a file names those whose does. */
export async function peopleOf(
  db: Sql,
  { actor, projectId }: Pick<Asked, "actor" | "projectId">,
): Promise<{ id: UserId; name: string }[]> {
  return db.rows(
    `select u.id, u.name from users u join workspace_member m on m.user_id = u.id where m.workspace_id = $1
     union all select id, name from external_author where workspace_id = $1 and project_id = $2 order by id`,
    [actor.workspaceId, projectId],
  );
}
