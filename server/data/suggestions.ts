import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { ProjectId, ReportId, RevisionId, SuggestionId } from "@/domain/ids";
import type { Suggestion } from "@/domain/suggestion/suggestion";
import type { Layer } from "@/domain/tag/layer";
import type { Sql, Tx } from "@/server/data/transaction";

/** What is asked about: a report's suggestions live in the layer in which they were asked for. */
export type Where = { projectId: ProjectId; reportId: ReportId; revisionId: RevisionId; layer: Layer };

/** Whether this version of an engine has read the report in this layer. */
export async function hasRead(
  db: Sql,
  { workspaceId }: Actor,
  where: Where,
  engine: { name: string; version: number },
) {
  const rows = await db.rows(
    `select 1 from suggestion_run where workspace_id = $1 and report_id = $2 and layer = $3 and engine = $4
        and version = $5 and revision_id = $6`,
    [workspaceId, where.reportId, where.layer, engine.name, engine.version, where.revisionId],
  );
  return rows.length > 0;
}

/**
 * Keeps what an engine proposes in place of what an earlier version did; what was rejected stays rejected where the same
 * kind stands on the same words. False when somebody else's run was first.
 */
export async function keepSuggestions(
  tx: Tx,
  where: Where,
  engine: { name: string; version: number },
  made: readonly Suggestion[],
): Promise<boolean> {
  const { projectId, reportId, revisionId, layer } = where;
  const run = await tx.rows(
    `insert into suggestion_run (workspace_id, report_id, layer, engine, version, revision_id)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, report_id, layer, engine)
       do update set version = excluded.version, revision_id = excluded.revision_id, at = now()
       where (suggestion_run.version, suggestion_run.revision_id) <> (excluded.version, excluded.revision_id)
     returning 1`,
    [tx.workspaceId, reportId, layer, engine.name, engine.version, revisionId],
  );
  if (run.length === 0) return false;
  await tx.rows(
    "delete from suggestion where workspace_id = $1 and report_id = $2 and layer = $3 and engine = $4 and state = 'open'",
    [tx.workspaceId, reportId, layer, engine.name],
  );
  await tx.rows(
    `insert into suggestion (workspace_id, id, project_id, report_id, revision_id, layer, engine, version, key, kind,
            spans, attributes, links, score, reason)
     select $1, s.id, $2, $3, $4, $5, $6, $7, s.key, s.kind, s.spans, s.attributes, s.links, s.score, s.reason
       from jsonb_to_recordset($8::jsonb) as s(id uuid, key text, kind text, spans jsonb, attributes jsonb, links jsonb,
            score float, reason jsonb)
      where not exists (select 1 from suggestion r where r.workspace_id = $1 and r.report_id = $3 and r.layer = $5
              and r.engine = $6 and r.state = 'rejected' and r.kind = s.kind and r.spans = s.spans)`,
    [tx.workspaceId, projectId, reportId, revisionId, layer, engine.name, engine.version, JSON.stringify(made)],
  );
  return true;
}

/** Suggestions in a layer that nobody rejected, in text order; also those whose words were tagged since. */
export async function suggestionsIn(
  db: Sql,
  { workspaceId }: Actor,
  { reportId, layer, revisionId }: Where,
): Promise<Suggestion[]> {
  const rows = await db.rows<{ suggestion: Suggestion }>(
    `select json_build_object('id', s.id, 'engine', s.engine, 'version', s.version, 'key', s.key, 'kind', s.kind,
              'revisionId', s.revision_id, 'spans', s.spans, 'attributes', s.attributes, 'links', s.links,
              'score', s.score, 'reason', s.reason) as suggestion
       from suggestion s
      where s.workspace_id = $1 and s.report_id = $2 and s.layer = $3 and s.revision_id = $4 and s.state = 'open'
      order by (s.spans->0->>'start')::int, (s.spans->0->>'end')::int desc, s.id
      limit 20000`,
    [workspaceId, reportId, layer, revisionId],
  );
  return rows.map(({ suggestion }) => suggestion);
}

/** Rejects suggestions of one's layer, or takes that back; ids of others are passed over. */
export async function decideSuggestions(
  tx: Tx,
  { reportId, layer }: Where,
  { ids, state, by }: { ids: readonly SuggestionId[]; state: "open" | "rejected"; by: Actor["userId"] },
): Promise<void> {
  await tx.rows(
    `update suggestion set state = $5, decided_by = $6
      where workspace_id = $1 and report_id = $2 and layer = $3 and id = any($4::uuid[])`,
    [tx.workspaceId, reportId, layer, ids, state, by],
  );
}
