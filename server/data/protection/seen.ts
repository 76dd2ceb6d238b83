import "server-only";
import type { Standing } from "@/domain/access/actor";
import type { UserId } from "@/domain/ids";
import { visibleTo } from "@/server/data/visible";

/**
 * The condition on `permitted_use` under which it binds this person's doors and they may see it: what was said in a
 * closed layer holds for its author alone until that layer opens, and nobody else learns of it.
 */
export function bindsHere({ actor, standing }: { actor: { userId: UserId }; standing: Standing }, row: string): string {
  if (standing.mode === "shared") return "true";
  const report = `(select o.layers_opened_at from report o where o.workspace_id = ${row}.workspace_id and o.id = ${row}.report_id)`;
  const opened = `exists (select 1 from entity o where o.workspace_id = ${row}.workspace_id and o.id = ${row}.entity_id and o.layer is null)`;
  return `(${row}.layer is null or ${opened}
    or ${visibleTo(actor.userId, standing, { layer: `${row}.layer`, layersOpenedAt: report })})`;
}
