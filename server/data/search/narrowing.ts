import type { Narrowing } from "@/domain/search/query";
import { looked } from "@/server/data/search/tsquery";

/** Binds a value and answers the place of it in the statement. */
export type Bound = (value: unknown) => string;

/** A field of a query as a condition on what `find.ts` joins: the tag `t` and its version `v`, the report `r`, the part `s`. */
export function narrowed(narrowing: Narrowing, bound: Bound): string {
  const said = narrowing.not ? "not coalesce" : "coalesce";
  return `${said}(${meaning(narrowing, bound)}, false)`;
}

const claimKinds = new Set(["event", "state", "intention", "forecast", "assessment", "denial"]);

function meaning(narrowing: Narrowing, bound: Bound): string {
  switch (narrowing.field) {
    case "in":
      return `s.of = ${bound(narrowing.value)}`;
    case "kind":
      return claimKinds.has(narrowing.value)
        ? `t.kind = 'claim' and v.attributes->>'kind' = ${bound(narrowing.value)}`
        : `t.kind = ${bound(narrowing.value)}`;
    case "state":
      return `t.state = ${bound(narrowing.value)}`;
    case "language":
      return `lower(r.language) = ${bound(narrowing.value)} or lower(r.language) like ${bound(`${narrowing.value}-%`)}`;
    case "outlet":
      return `r.outlet ilike ${bound(`%${narrowing.value.replaceAll(/[\\%_]/g, "\\$&")}%`)}`;
    case "date":
      return `coalesce(left(r.published, 10), to_char(s.at at time zone 'UTC', 'YYYY-MM-DD'))
        between ${bound(narrowing.from ?? "0000")} and ${bound(narrowing.to ?? "9999-12-31")}`;
    case "source":
      return linked("attributed-to", `${bound(narrowing.looked.map(looked).join(" | "))}::tsquery`);
    case "place":
      return linked("located-at", `${bound(narrowing.looked.map(looked).join(" | "))}::tsquery`);
  }
}

/** A claim whose link of this kind, in its own layer, leads to something with these words. */
const linked = (kind: string, words: string) => `t.kind = 'claim' and exists (
  select from tag l join search_part o on o.workspace_id = l.workspace_id and o.words @@ ${words}
     and o.id in (l.to_id, l.to_entity_id, (select n.entity_id from tag n where n.workspace_id = l.workspace_id and n.id = l.to_id))
   where l.workspace_id = t.workspace_id and l.from_id = t.id and l.kind = '${kind}' and l.state <> 'withdrawn'
     and l.layer = t.layer)`;
