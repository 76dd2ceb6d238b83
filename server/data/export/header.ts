import "server-only";
import type { DatasetHeader, EntityRecord } from "@/domain/formats/dataset";
import type { UserId } from "@/domain/ids";
import { entitiesOfAll, entityJson } from "@/server/data/entities/seen";
import { type Asked, annotationLeaves, askedValues, isFree, relationLeaves } from "@/server/data/export/leaving";
import { threadLeaves } from "@/server/data/export/threads";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

type About = Pick<DatasetHeader, "project" | "guidelines" | "codebook">;

/** The project as a dataset names it, with the codebook in force. */
export async function aboutProject(db: Sql, { actor, projectId }: Asked): Promise<About> {
  const [row] = await db.rows<{ about: About }>(
    `select json_build_object(
       'project', json_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'mode', p.mode, 'languages', p.languages),
       'guidelines', p.guidelines,
       'codebook', json_build_object('version', p.codebook_version, 'content', c.content)) as about
     from project p join codebook_version c
       on c.workspace_id = p.workspace_id and c.project_id = p.id and c.number = p.codebook_version
     where p.workspace_id = $1 and p.id = $2`,
    [actor.workspaceId, projectId],
  );
  if (!row) throw new Error("A project vanished from a snapshot.");
  return row.about;
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

/** Everybody whose id stands in what leaves. */
export async function peopleOf(db: Sql, asked: Asked): Promise<{ id: UserId; name: string }[]> {
  return db.rows(
    `with leaving as materialized (
       select t.id from tag t where ${annotationLeaves(asked, "t")} or ${relationLeaves(asked, "t")})
     select u.id, u.name from users u where u.id in (
       select v.created_by from tag_version v join leaving l on v.workspace_id = $1 and v.tag_id = l.id
       union select d.created_by from verdict d join leaving l on d.workspace_id = $1 and d.tag_id = l.id
       union select x.created_by from report x where x.workspace_id = $1 and x.project_id = $2
                and ${isFree("x")}
       union select c.created_by from comment c join thread h on h.workspace_id = c.workspace_id and h.id = c.thread_id
              where c.workspace_id = $1 and ${threadLeaves(asked, "h")} and ${asked.comments}
       union select e.created_by from ${entitiesOfAll} e where e.workspace_id = $1 and e.project_id = $2
       union select g.created_by from grade g join ${entitiesOfAll} e on e.workspace_id = g.workspace_id and e.id = g.entity_id
              where g.workspace_id = $1 and g.layer is null and e.project_id = $2)
     order by u.id`,
    askedValues(asked),
  );
}
