import "server-only";
import { type Asked, annotationLeaves, relationLeaves, reportIsFree } from "@/server/data/export/leaving";

/** Discussions about the report or a passage leave with it, those about a tag with the tag; a reader sees none. */
export function threadLeaves(asked: Asked, thread: string): string {
  if (asked.standing.role === "reader") return "false";
  return `(${thread}.workspace_id = $1 and ${thread}.project_id = $2 and ${thread}.layer = $3
    and ($6::uuid is null or ${thread}.report_id = $6) and ${reportIsFree(thread)}
    and (${thread}.tag_id is null or exists (select 1 from tag g where g.workspace_id = $1 and g.id = ${thread}.tag_id
         and (${annotationLeaves(asked, "g")} or ${relationLeaves(asked, "g")}))))`;
}
