import "server-only";

/**
 * How merges are followed, for every reader of entities: whoever was merged is found at the one that stands for them.
 * `merged_into` leads there in one step, however many merges there were (`mergeEntities` sees to it). What somebody
 * once said stays in their tag's versions as they said it.
 */
export const followed = (workspaceId: string, id: string): string =>
  `coalesce((select m.merged_into from entity m where m.workspace_id = ${workspaceId} and m.id = ${id}), ${id})`;

/** The attributes of `tag_version v` with the entities that are meant now; an actor named twice in one role is one. */
export const followedAttributes = `case
  when v.kind = 'source' and v.attributes ? 'entityId' then v.attributes || jsonb_build_object('entityId',
    ${followed("v.workspace_id", "(v.attributes->>'entityId')::uuid")})
  when v.kind = 'claim' and jsonb_typeof(v.attributes->'actors') = 'array' then v.attributes || jsonb_build_object('actors',
    (select coalesce(jsonb_agg(w.actor order by w.at), '[]'::jsonb) from (
       select x.actor, min(x.at) as at from (
         select a.actor || jsonb_build_object('entityId', ${followed("v.workspace_id", "(a.actor->>'entityId')::uuid")}) as actor, a.at
           from jsonb_array_elements(v.attributes->'actors') with ordinality as a(actor, at)) x
        group by x.actor) w))
  when (v.kind like 'label:%' or v.kind like 'relation:%') and jsonb_path_exists(v.attributes, '$.*.entityId') then
    (select jsonb_object_agg(o.slug, case when jsonb_typeof(o.value) = 'object' and o.value ? 'entityId'
         then o.value || jsonb_build_object('entityId', ${followed("v.workspace_id", "(o.value->>'entityId')::uuid")})
         else o.value end)
       from jsonb_each(v.attributes) as o(slug, value))
  else v.attributes end`;

/** The entity that a relation leads to, from `tag_version v`. */
export const followedEnd = `case when v.to_entity_id is not null then ${followed("v.workspace_id", "v.to_entity_id")} end`;

/** An entity and all that are merged into it; `$1` is the workspace, `$2` the entity. */
export const family = `family as (
  select e.id from entity e where e.workspace_id = $1 and (e.id = $2 or e.merged_into = $2))`;
