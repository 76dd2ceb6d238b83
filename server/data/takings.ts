import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { TagId } from "@/domain/ids";
import type { Flaggable } from "@/domain/review/taking";
import { tagWords } from "@/server/data/tags/tag-words";
import type { Sql } from "@/server/data/transaction";

/** What is shown of a tag before it is decided along with others; `kind` and `restatement` are of the claim it is. */
export type Told = Pick<Flaggable, "changed" | "discussed"> & {
  id: TagId;
  words: string;
  content: string;
  claimKind: string | null;
  restated: boolean;
  language: string;
};

/** The words of these tags, what tells whether two say the same, and what calls for a look at each. */
export async function toldOf(db: Sql, { workspaceId }: Actor, ids: readonly TagId[]): Promise<Map<TagId, Told>> {
  const rows = await db.rows<Told>(
    `select t.id, coalesce(${tagWords}, '') as words,
            md5(concat_ws(' ', v.attributes::text, v.to_id, v.to_entity_id, v.to_article)) as content,
            v.attributes->>'kind' as "claimKind", coalesce(v.attributes->>'restatement', '') <> '' as restated,
            r.language,
            exists (select 1 from verdict d where d.workspace_id = t.workspace_id and d.tag_id = t.id
              and d.undone_at is null) as changed,
            exists (select 1 from thread h where h.workspace_id = t.workspace_id and h.tag_id = t.id
              and h.state = 'open') as discussed
       from unnest($2::uuid[]) as wanted(id)
       join tag t on t.workspace_id = $1 and t.id = wanted.id
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id`,
    [workspaceId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
