import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { entityKinds } from "@/domain/entity/entity-values";
import type { EntityId, PermittedUseId, ProjectId, ReportId } from "@/domain/ids";
import type { ProtectedThing } from "@/domain/protection/permitted-use";
import { pseudonymOf } from "@/domain/protection/pseudonym";
import { entitiesSeenBy } from "@/server/data/entities/seen";
import { codeOf } from "@/server/data/protection/load";
import { bindsHere } from "@/server/data/protection/seen";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";
import { type Page, toPage } from "@/server/page";

export type Viewer = { actor: Actor; standing: Standing };

/** What of a project's protection is asked for: all of it, or what is said of one thing. */
export type WantedThings = {
  projectId: ProjectId;
  id?: PermittedUseId | undefined;
  entityId?: EntityId | undefined;
  reportId?: ReportId | undefined;
  after?: readonly [string, string] | undefined;
  limit: number;
};

type Row = {
  thing: Omit<ProtectedThing, "pseudonym" | "name">;
  name: string | null;
  kind: (typeof entityKinds)[number] | null;
};

const versions = `(select json_agg(json_strip_nulls(json_build_object('number', v.number, 'use', v.use,
    'circumstances', v.circumstances, 'consent', v.consent, 'reason', v.reason, 'by', v.created_by, 'byName', w.name,
    'at', ${instant("v.created_at")})) order by v.number desc)
  from permitted_use_version v left join users w on w.id = v.created_by
 where v.workspace_id = u.workspace_id and v.permitted_use_id = u.id)`;

const thingJson = `json_strip_nulls(json_build_object('id', u.id, 'projectId', u.project_id,
  'thing', json_build_object('on', u.thing, 'entityId', u.entity_id, 'reportId', u.report_id, 'place', u.place, 'anchor', u.anchor),
  'use', u.use, 'circumstances', u.circumstances, 'consent', u.consent, 'reason', u.reason, 'version', u.version,
  'closed', case when u.layer is not null and u.layer like 'analyst:%' then true end,
  'by', u.updated_by, 'at', ${instant("u.updated_at")}, 'history', ${versions}))`;

/** What is protected in a project, as this person sees it, what changed last first. */
export async function protectedThings(db: Sql, viewer: Viewer, wanted: WantedThings): Promise<Page<ProtectedThing>> {
  const { projectId, id, entityId, reportId, after, limit } = wanted;
  const rows = await db.rows<Row>(
    `select ${thingJson} as thing, e.kind, case u.thing when 'entity' then e.name when 'place' then u.place->>'name'
            when 'report' then r.title end as name
       from permitted_use u
       left join ${entitiesSeenBy(viewer)} e on e.workspace_id = u.workspace_id and e.id = u.entity_id
       left join report r on r.workspace_id = u.workspace_id and r.id = u.report_id
      where u.workspace_id = $1 and u.project_id = $2 and ${bindsHere(viewer, "u")}
        and ($3::uuid is null or u.id = $3) and ($4::uuid is null or u.entity_id = $4) and ($5::uuid is null or u.report_id = $5)
        and ($6::timestamptz is null or (u.updated_at, u.id) < ($6, $7::uuid))
      order by u.updated_at desc, u.id desc limit $8`,
    [
      ...[viewer.actor.workspaceId, projectId, id ?? null, entityId ?? null, reportId ?? null],
      ...[after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    ],
  );
  const things = rows.map(({ thing, name, kind }): ProtectedThing => {
    const pseudonym =
      thing.thing.on === "entity" ? pseudonymOf(kind ?? "named person", codeOf(thing.thing.entityId)) : "";
    return { ...thing, name: name ?? "", pseudonym };
  });
  return toPage(things, limit, ({ at, id: last }) => [at, last]);
}

/** The row of one thing, whoever may see it. */
export async function rowOf(db: Sql, { workspaceId }: Actor, id: PermittedUseId) {
  const [row] = await db.rows<{
    project: ProjectId;
    report: ReportId | null;
    entity: EntityId | null;
    layer: string | null;
  }>(
    "select project_id as project, report_id as report, entity_id as entity, layer from permitted_use where workspace_id = $1 and id = $2",
    [workspaceId, id],
  );
  return row;
}
