import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import type { OpId, PermittedUseId, ProjectId } from "@/domain/ids";
import type { Consent, PermittedUse, Thing } from "@/domain/protection/permitted-use";
import type { Tx } from "@/server/data/transaction";

/** What is said of a thing from now on. */
export type Saying = {
  use: PermittedUse;
  circumstances: readonly string[];
  consent: Consent | undefined;
  reason: string;
  opId: OpId | undefined;
  /** Whether less may leave than before. */
  tightens: boolean;
};

export type Target = { id: PermittedUseId; projectId: ProjectId; thing: Thing; layer: Layer | undefined };

/**
 * The version of the project's protection that a change makes; nobody else makes one until this one is kept. What is
 * said in a closed layer counts nothing up: others would see it count.
 */
async function nextProtection(tx: Tx, { projectId, layer }: Target): Promise<number> {
  const [row] = await tx.rows<{ version: number }>(
    `update project set protection_version = protection_version + $3 where workspace_id = $1 and id = $2
     returning protection_version as version`,
    [tx.workspaceId, projectId, layer === undefined ? 1 : 0],
  );
  return row?.version ?? 0;
}

/** Keeps what is said as the next version of the thing. */
export async function say(
  tx: Tx,
  { userId }: Actor,
  target: Target,
  saying: Saying & { version: number },
): Promise<void> {
  const { id, projectId, thing, layer } = target;
  const { use, circumstances, consent, reason, opId, tightens, version } = saying;
  const protection = await nextProtection(tx, target);
  const said = [use, circumstances, consent ? JSON.stringify(consent) : null, reason];
  await tx.rows(
    `insert into permitted_use (workspace_id, id, project_id, thing, entity_id, report_id, place, anchor, layer, use,
         circumstances, consent, reason, version, created_by, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15)
     on conflict (workspace_id, id) do update set use = excluded.use, circumstances = excluded.circumstances,
       consent = excluded.consent, reason = excluded.reason, version = excluded.version,
       updated_by = excluded.updated_by, updated_at = clock_timestamp()`,
    [
      ...[tx.workspaceId, id, projectId, thing.on, thing.on === "entity" ? thing.entityId : null],
      "reportId" in thing ? thing.reportId : null,
      thing.on === "place" ? JSON.stringify(thing.place) : null,
      thing.on === "passage" ? JSON.stringify(thing.anchor) : null,
      ...[layer ?? null, ...said, version, userId],
    ],
  );
  await tx.rows(
    `insert into permitted_use_version (workspace_id, permitted_use_id, number, use, circumstances, consent, reason,
         protection, tightens, op_id, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [tx.workspaceId, id, version, ...said, protection, tightens, opId ?? null, userId],
  );
}

/** Whether a change with this operation id was kept already. */
export async function wasSaid(tx: Tx, id: PermittedUseId, opId: OpId | undefined): Promise<boolean> {
  if (opId === undefined) return false;
  const rows = await tx.rows(
    "select 1 from permitted_use_version where workspace_id = $1 and permitted_use_id = $2 and op_id = $3",
    [tx.workspaceId, id, opId],
  );
  return rows.length > 0;
}
