import "server-only";
import type { Actor } from "@/domain/access/actor";
import { analystLayer } from "@/domain/access/layer";
import type { ReportId, UserId } from "@/domain/ids";
import type { Annotation, Relation, Tag } from "@/domain/tag/tag";
import { currentTags, tagNow } from "@/server/data/tags/tag-json";
import type { Sql } from "@/server/data/transaction";

/** Whose work on a report can be compared: who handed it in, with or without tags, and whoever has tags there. */
export type Author = { id: UserId; name: string };

export type Layers = {
  authors: readonly Author[];
  /** Tags of analysts' layers by their author; withdrawn ones are left out. */
  of: (author: UserId) => { annotations: Annotation[]; relations: Relation[] };
  /** The final layer with what was withdrawn from it, because leaving out is a decision too. */
  final: readonly Tag[];
  /** Whether the project hides the names of those who are compared. */
  anonymous: boolean;
};

const handedIn = ["submitted", "in review", "returned", "closed"];

/** Every layer of a report, whoever may see it: to be asked once it is known that this person may see all. */
export async function layersOf(db: Sql, { workspaceId }: Actor, reportId: ReportId): Promise<Layers> {
  const [row] = await db.rows<{ tags: Tag[] | null; authors: Author[] | null; anonymous: boolean }>(
    `with shown as (
       select ${tagNow} as tag, t.layer, t.span_start, t.id from ${currentTags}
        where t.workspace_id = $1 and t.report_id = $2
          and (t.layer = 'final' or (t.layer like 'analyst:%' and t.state <> 'withdrawn'))
     ), authors as (
       select distinct substring(layer from 9)::uuid as id from shown where layer like 'analyst:%'
       union select user_id from assignment where workspace_id = $1 and report_id = $2 and state = any($3)
     )
     select (select json_agg(tag order by span_start, id) from shown) as tags,
       (select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name, u.id)
          from authors a join users u on u.id = a.id) as authors,
       (select coalesce((p.review->>'anonymousComparison')::boolean, false) from report r
          join project p on p.workspace_id = r.workspace_id and p.id = r.project_id
         where r.workspace_id = $1 and r.id = $2) as anonymous`,
    [workspaceId, reportId, handedIn],
    "layers-of",
  );
  const tags = row?.tags ?? [];
  const byLayer = new Map<string, Tag[]>();
  for (const tag of tags) byLayer.set(tag.layer, [...(byLayer.get(tag.layer) ?? []), tag]);
  const within = (layer: string) => byLayer.get(layer) ?? [];
  return {
    authors: row?.authors ?? [],
    of: (author) => ({
      annotations: within(analystLayer(author)).filter((tag) => tag.type === "annotation"),
      relations: within(analystLayer(author)).filter((tag) => tag.type === "relation"),
    }),
    final: within("final"),
    anonymous: row?.anonymous ?? false,
  };
}
