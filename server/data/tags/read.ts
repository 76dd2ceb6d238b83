import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { ReportId, TagId } from "@/domain/ids";
import type { TagVersion } from "@/domain/tag/tag";
import type { Verdict } from "@/domain/verdict";
import { currentTags, instant, shownVerdict, tagNow } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";
import { visibleTags } from "@/server/data/visible";

/** The condition on `tag t` of `report r` for what this person sees. */
export const seenTags = (actor: Pick<Actor, "userId">, standing: Standing): string =>
  visibleTags(actor.userId, standing, { layer: "t.layer", layersOpenedAt: "r.layers_opened_at", state: "t.state" });

/** A link leads nowhere for somebody who cannot see both its ends; for all but readers ends lie in the link's layer. */
export const seenEnds = ({ role }: Standing): string =>
  role !== "reader"
    ? ""
    : `and not exists (select 1 from tag e where e.workspace_id = t.workspace_id
         and e.id in (t.from_id, t.to_id) and e.state <> 'accepted')`;

/**
 * A report's tags that this person sees, in text order, as JSON that was made by the database: an array of
 * annotations and one of relations. Withdrawn ones only on request; of `ids` only those, if given.
 */
export async function tagsAsJson(
  db: Sql,
  actor: Actor,
  standing: Standing,
  { reportId, withdrawn, ids }: { reportId: ReportId; withdrawn: boolean; ids?: readonly TagId[] | undefined },
): Promise<{ annotations: string; relations: string }> {
  const living = withdrawn ? "" : "and t.state <> 'withdrawn'";
  const some = ids ? "and t.id = any($3::uuid[])" : "";
  const [row] = await db.rows<{ annotations: string | null; relations: string | null }>(
    `with seen as (
       select t.type, t.span_start, t.id, ${tagNow} as json from ${currentTags}
         join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
        where t.workspace_id = $1 and t.report_id = $2 ${some} ${living} and ${seenTags(actor, standing)} ${seenEnds(standing)}
     )
     select string_agg(json::text, ',' order by span_start, id) filter (where type = 'annotation') as annotations,
            string_agg(json::text, ',' order by id) filter (where type = 'relation') as relations from seen`,
    [actor.workspaceId, reportId, ...(ids ? [ids] : [])],
  );
  return { annotations: `[${row?.annotations ?? ""}]`, relations: `[${row?.relations ?? ""}]` };
}

/** Whether this person sees a tag of a report. */
export async function seesTag(db: Sql, actor: Actor, standing: Standing, id: TagId): Promise<boolean> {
  const rows = await db.rows(
    `select 1 from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
      where t.workspace_id = $1 and t.id = $2 and ${seenTags(actor, standing)} ${seenEnds(standing)}`,
    [actor.workspaceId, id],
  );
  return rows.length > 0;
}

/** All that was ever said in a tag, oldest first. */
export async function versionsOf(db: Sql, { workspaceId }: Actor, id: TagId): Promise<TagVersion[]> {
  const [row] = await db.rows<{ versions: TagVersion[] | null }>(
    `select json_agg(json_strip_nulls(json_build_object(
       'number', v.number, 'kind', v.kind, 'attributes', v.attributes, 'anchor', v.anchor, 'from', v.from_id,
       'to', v.to_id, 'toEntity', v.to_entity_id, 'toArticle', case when v.to_article then true end,
       'state', v.state, 'origin', v.origin, 'codebookVersion', v.codebook_version, 'by', v.created_by,
       'at', ${instant("v.created_at")})) order by v.number) as versions
     from tag_version v where v.workspace_id = $1 and v.tag_id = $2`,
    [workspaceId, id],
  );
  return row?.versions ?? [];
}

/** The decisions that stand, oldest first. */
export async function verdictsOn(db: Sql, { workspaceId }: Actor, id: TagId): Promise<Verdict[]> {
  const [row] = await db.rows<{ verdicts: Verdict[] | null }>(
    `select json_agg(${shownVerdict} order by d.created_at, d.id) as verdicts from verdict d
      where d.workspace_id = $1 and d.tag_id = $2 and d.undone_at is null`,
    [workspaceId, id],
  );
  return row?.verdicts ?? [];
}
