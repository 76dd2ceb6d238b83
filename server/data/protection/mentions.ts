import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { ProjectId, ReportId } from "@/domain/ids";
import type { Anchor } from "@/domain/tag/tag";
import { layersOpenedAt } from "@/server/data/export/leaving";
import type { Sql } from "@/server/data/transaction";
import { visibleTags } from "@/server/data/visible";

type Door = { actor: Actor; standing: Standing; projectId: ProjectId; reportId?: ReportId | undefined };
type Place = {
  id?: string | undefined;
  name: string;
  latitude?: number | undefined;
  longitude?: number | undefined;
};
type Mention = { tag: string; report: string; anchor: Anchor };

/** Annotations that stand, of the layers that this person sees; `$1` to `$3` are workspace, project and report. */
const standing = ({ actor, standing: of }: Door) => {
  const columns = { layer: "t.layer", state: "t.state", layersOpenedAt: layersOpenedAt("t") };
  return `t.workspace_id = $1 and t.project_id = $2 and ($3::uuid is null or t.report_id = $3) and t.type = 'annotation'
    and t.state not in ('rejected', 'withdrawn') and ${visibleTags(actor.userId, of, columns)}`;
};

const current = `tag t join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version`;
const values = ({ actor, projectId, reportId }: Door) => [actor.workspaceId, projectId, reportId ?? null];

/** Where entities are named by a source tag. */
export async function mentionsOfEntities(
  db: Sql,
  door: Door,
  ids: readonly string[],
): Promise<(Mention & { entity: string })[]> {
  if (ids.length === 0) return [];
  return db.rows<Mention & { entity: string }>(
    `select t.id as tag, t.entity_id as entity, t.report_id as report, v.anchor from ${current}
      where t.entity_id = any($4::uuid[]) and ${standing(door)}`,
    [...values(door), ids],
  );
}

/** Where places are named that were resolved to one of these: by its id, or by its name and coordinates. */
export async function mentionsOfPlaces(
  db: Sql,
  door: Door,
  places: readonly Place[],
): Promise<(Mention & { place: Place })[]> {
  if (places.length === 0) return [];
  const name = `lower(v.attributes #>> '{located,name}') collate "C"`;
  return db.rows<Mention & { place: Place }>(
    `select t.id as tag, t.report_id as report, v.anchor, v.attributes->'located' as place from ${current}
      where v.workspace_id = $1 and v.kind = 'place' and ${standing(door)}
        and ((v.attributes #>> '{located,id}') collate "C" = any($4::text[]) or ${name} = any($5::text[]))`,
    [...values(door), places.flatMap(({ id }) => id ?? []), places.map((place) => place.name.toLowerCase())],
  );
}

/** Annotations that stand wholly on words of which nothing leaves. */
export async function tagsWithin(
  db: Sql,
  door: Door,
  passages: readonly { report: string; anchor: Anchor }[],
): Promise<string[]> {
  if (passages.length === 0) return [];
  const spans = passages.flatMap(({ report, anchor: { revisionId, segments } }) =>
    segments.map(({ start, end }) => ({ report, revision: revisionId, start, end })),
  );
  const rows = await db.rows<{ tag: string }>(
    `select distinct t.id as tag from ${current}
       join jsonb_to_recordset($4::jsonb) as p(report uuid, revision text, start int, "end" int) on p.report = t.report_id
      where ${standing(door)} and v.anchor->>'revisionId' = p.revision and t.span_start >= p.start and t.span_end <= p."end"`,
    [...values(door), JSON.stringify(spans)],
  );
  return rows.map(({ tag }) => tag);
}
