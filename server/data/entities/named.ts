import "server-only";

/** The entities that versions of tags name, as `id`, from the rows of `from`, which has the columns of `tag_version`. */
export const namedIn = (from: string, more = ""): string => `
  select ${more}(n.attributes->>'entityId')::uuid as id from ${from} n where n.kind = 'source' and n.attributes ? 'entityId'
  union select ${more}n.to_entity_id from ${from} n where n.to_entity_id is not null
  union select ${more}(a->>'entityId')::uuid from ${from} n
    cross join lateral jsonb_array_elements(case when jsonb_typeof(n.attributes->'actors') = 'array'
                                                 then n.attributes->'actors' else '[]'::jsonb end) as a
   where n.kind = 'claim'
  union select ${more}(o.value->>'entityId')::uuid from ${from} n cross join lateral jsonb_each(n.attributes) as o(slug, value)
   where (n.kind like 'label:%' or n.kind like 'relation:%') and jsonb_typeof(o.value) = 'object' and o.value ? 'entityId'`;
