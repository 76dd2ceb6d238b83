import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import { analystLayer } from "@/domain/access/layer";
import { worksBlind } from "@/domain/access/policy";
import { followed } from "@/server/data/entities/followed";
import { instant } from "@/server/data/tags/tag-json";

/** Who looks at entities, in the project that these are in. */
export type Viewer = { actor: Pick<Actor, "workspaceId" | "userId">; standing: Standing };

/** What stands in `entity k` for everybody. */
const same = "k.workspace_id, k.id, k.project_id, k.merged_into, k.created_at, k.created_by";

const word = (column: string, field: string, cast = "") =>
  `case when c.entity_id is null then k.${column} else (c.said->>'${field}')${cast} end as ${column}`;

/**
 * The entities of a project as this person sees them, to stand in a FROM like the table itself: what lies in somebody
 * else's closed layer is not there, and what a blind analyst said differently for themselves is there as they said it.
 * Every list, page, count and search of entities reads this.
 */
export function entitiesSeenBy({ actor, standing }: Viewer): string {
  if (standing.mode === "shared") return "(select k.*, false as closed from entity k)";
  const own = `'${analystLayer(actor.userId)}'`;
  const seen = `(k.layer is null or k.layer = ${own})`;
  if (!worksBlind(standing)) return `(select k.*, k.layer is not null as closed from entity k where ${seen})`;
  return `(select ${same}, ${word("name", "name")}, ${word("kind", "kind")}, ${word("anonymity", "anonymity")},
      ${word("side", "side")}, ${word("scale", "scale")}, ${word("note", "note")},
      case when c.entity_id is null then k.note_prose else c.said->'noteProse' end as note_prose,
      case when c.entity_id is null then k.affiliations else c.said->'affiliations' end as affiliations,
      ${word("parent_id", "parentId", "::uuid")}, ${word("outlet_id", "outletId", "::uuid")},
      case when c.entity_id is null then k.aliases
           else array(select jsonb_array_elements_text(c.said->'aliases')) end as aliases,
      coalesce(c.version, k.version) as version,
      coalesce((select g.reliability from grade g where g.workspace_id = k.workspace_id and g.entity_id = k.id
                   and (g.layer is null or g.layer = ${own}) order by g.created_at desc, g.id desc limit 1),
               k.reliability) as reliability,
      (k.layer is not null or c.entity_id is not null) as closed
    from entity k
    left join entity_change c on c.workspace_id = k.workspace_id and c.entity_id = k.id and c.layer = ${own}
   where ${seen})`;
}

/** The entities that everybody in the project sees, as everybody sees them: what leaves the house. */
export const entitiesOfAll = "(select k.*, false as closed from entity k where k.layer is null)";

/** The condition on `grade g` for what this person sees. */
export const seenGrades = ({ actor, standing }: Viewer): string =>
  standing.mode === "shared" ? "true" : `(g.layer is null or g.layer = '${analystLayer(actor.userId)}')`;

const above = (column: string) => `nullif(${followed("e.workspace_id", `e.${column}`)}, e.id)`;

/** What was said of affiliations, with those that are meant now; null where there are none. */
const affiliations = `(select jsonb_agg(case when a.said ? 'entityId' then a.said || jsonb_build_object('entityId',
    ${followed("e.workspace_id", "(a.said->>'entityId')::uuid")}) else a.said end order by a.nth)
  from jsonb_array_elements(e.affiliations) with ordinality as a(said, nth))`;

/** An `Entity` from `entitiesSeenBy(…) e`. */
export const entityJson = `json_strip_nulls(json_build_object('id', e.id, 'projectId', e.project_id, 'name', e.name,
  'kind', e.kind, 'anonymity', e.anonymity, 'side', e.side, 'scale', e.scale, 'aliases', e.aliases,
  'parentId', ${above("parent_id")}, 'outletId', ${above("outlet_id")}, 'affiliations', ${affiliations}, 'note', e.note,
  'noteProse', e.note_prose, 'mergedInto', e.merged_into,
  'reliability', e.reliability, 'version', e.version, 'closed', case when e.closed then true end,
  'createdBy', e.created_by, 'createdAt', ${instant("e.created_at")}))`;
