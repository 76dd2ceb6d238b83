import "server-only";
import {
  type Asked,
  annotationLeaves,
  itsReportLeaves,
  layersOpenedAt,
  relationLeaves,
} from "@/server/data/export/leaving";
import { visibleTo } from "@/server/data/visible";

/**
 * Discussions about the report or a passage leave with it, those about a tag with the tag, and nothing that this person
 * does not see; a reader sees none.
 */
export function threadLeaves(asked: Asked, thread: string): string {
  const { actor, standing } = asked;
  if (standing.role === "reader") return "false";
  const seen = visibleTo(actor.userId, standing, { layer: `${thread}.layer`, layersOpenedAt: layersOpenedAt(thread) });
  return `(${thread}.workspace_id = $1 and ${thread}.project_id = $2 and ${thread}.layer = $3
    and ${seen} and ($6::uuid is null or ${thread}.report_id = $6) and ${itsReportLeaves(asked, thread)}
    and (${thread}.tag_id is null or exists (select 1 from tag g where g.workspace_id = $1 and g.id = ${thread}.tag_id
         and (${annotationLeaves(asked, "g")} or ${relationLeaves(asked, "g")}))))`;
}
