import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import type { ReportId } from "@/domain/ids";
import type { OriginalLink, OriginalTag } from "@/domain/suggestion/from-copy";
import { seenEnds, seenTags } from "@/server/data/tags/read";
import type { Sql } from "@/server/data/transaction";

/** Open and accepted tags of a report in one layer, as far as this person sees them, in text order. */
export async function tagsToCopy(
  db: Sql,
  { actor, standing }: { actor: Actor; standing: Standing },
  { reportId, layer }: { reportId: ReportId; layer: Layer },
): Promise<{ tags: OriginalTag[]; links: OriginalLink[] }> {
  const from = `from tag t
    join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
    join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
   where t.workspace_id = $1 and t.report_id = $2 and t.layer = $3 and t.state in ('open', 'accepted')
     and ${seenTags(actor, standing)} ${seenEnds(standing)}`;
  const values = [actor.workspaceId, reportId, layer];
  const [tags, links] = await Promise.all([
    db.rows<OriginalTag>(
      `select t.id, t.kind, v.attributes, v.anchor->'segments' as segments ${from}
          and t.type = 'annotation' and v.anchor->>'revisionId' = r.revision_id::text
        order by t.span_start, t.id limit 20000`,
      values,
    ),
    db.rows<OriginalLink>(
      `select t.kind, t.from_id as "from", t.to_id as "to", t.to_article as "toArticle", v.attributes ${from}
          and t.type = 'relation' and t.kind in ('attributed-to', 'located-at') order by t.id limit 40000`,
      values,
    ),
  ]);
  return { tags, links: links.map((link) => ({ ...link, to: link.to ?? undefined })) };
}
