import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { UsualExport } from "@/domain/formats/menu";
import type { ProjectId } from "@/domain/ids";
import { offsetUnits } from "@/domain/interchange/units";
import type { Sql } from "@/server/data/transaction";

type Refs = { format?: string; states?: string; kinds?: string; layer?: string; unit?: string };

/** What this person exported last from a project, else what anybody did. */
export async function lastExport(db: Sql, actor: Actor, projectId: ProjectId): Promise<UsualExport | null> {
  const [row] = await db.rows<{ refs: Refs }>(
    `select refs from entry where workspace_id = $1 and project_id = $2 and did = 'exported'
      order by created_by is not distinct from $3 desc, id desc limit 1`,
    [actor.workspaceId, projectId, actor.userId],
  );
  const format = row?.refs.format;
  if (!row || format === undefined) return null;
  const { states, kinds, layer, unit } = row.refs;
  return {
    format,
    states: states?.split(",") ?? [],
    kinds: kinds?.split(",") ?? null,
    layer: layer ?? null,
    unit: offsetUnits.find((each) => each === unit) ?? null,
  };
}
