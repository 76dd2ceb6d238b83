import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import type { ProjectId, ReportId, RevisionId, SuggestionId } from "@/domain/ids";
import type { Suggestion } from "@/domain/suggestion/suggestion";
import type { Sql, Tx } from "@/server/data/transaction";

/** What is asked about: a report's suggestions live in the layer in which they were asked for. */
export type Where = { projectId: ProjectId; reportId: ReportId; revisionId: RevisionId; layer: Layer };

/**
 * Whether this version of an engine has read the report in this layer; `since`: for an engine that learns, not before
 * somebody last tagged.
 */
export async function hasRead(
  db: Sql,
  { workspaceId }: Actor,
  where: Where,
  { name, version, since }: { name: string; version: number; since?: string | undefined },
) {
  const rows = await db.rows(
    `select 1 from suggestion_run where workspace_id = $1 and report_id = $2 and layer = $3 and engine = $4
        and version = $5 and revision_id = $6 and ($7::timestamptz is null or at >= $7)`,
    [workspaceId, where.reportId, where.layer, name, version, where.revisionId, since ?? null],
  );
  return rows.length > 0;
}

/**
 * Keeps what an engine proposes in place of what it did before; what was rejected stays rejected where the same kind
 * stands on the same words, and what a rule that was hidden in the report proposes stays hidden.
 */
export async function keepSuggestions(
  tx: Tx,
  where: Where,
  engine: { name: string; version: number },
  made: readonly Suggestion[],
): Promise<void> {
  const { projectId, reportId, revisionId, layer } = where;
  await tx.rows(
    `insert into suggestion_run (workspace_id, report_id, layer, engine, version, revision_id)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, report_id, layer, engine)
       do update set version = excluded.version, revision_id = excluded.revision_id, at = now()`,
    [tx.workspaceId, reportId, layer, engine.name, engine.version, revisionId],
  );
  const sent = JSON.stringify(made);
  // What is proposed as before keeps its id, so that nobody rejects what is no longer there.
  await tx.rows(
    `delete from suggestion s where s.workspace_id = $1 and s.report_id = $2 and s.layer = $3 and s.engine = $4
        and s.state = 'open' and not exists (
          select from jsonb_to_recordset($5::jsonb) as n(key text, kind text, spans jsonb, attributes jsonb, links jsonb, reason jsonb)
           where n.kind = s.kind and n.spans = s.spans and n.key = s.key and n.attributes = s.attributes
             and n.links = s.links and n.reason = s.reason and s.version = $6 and s.revision_id = $7)`,
    [tx.workspaceId, reportId, layer, engine.name, sent, engine.version, revisionId],
  );
  await tx.rows(
    `insert into suggestion (workspace_id, id, project_id, report_id, revision_id, layer, engine, version, key, kind,
            spans, attributes, links, score, reason, state)
     select $1, s.id, $2, $3, $4, $5, $6, $7, s.key, s.kind, s.spans, s.attributes, s.links, s.score, s.reason,
            case when exists (select from suggestion h where h.workspace_id = $1 and h.report_id = $3 and h.layer = $5
              and h.engine = $6 and h.state = 'hushed' and h.reason->>'rule' = s.reason->>'rule') then 'hushed' else 'open' end
       from jsonb_to_recordset($8::jsonb) as s(id uuid, key text, kind text, spans jsonb, attributes jsonb, links jsonb,
            score float, reason jsonb)
      where not exists (select 1 from suggestion r where r.workspace_id = $1 and r.report_id = $3 and r.layer = $5
              and r.engine = $6 and r.kind = s.kind and r.spans = s.spans
              and (r.state <> 'open' or r.key = s.key))`,
    [tx.workspaceId, projectId, reportId, revisionId, layer, engine.name, engine.version, sent],
  );
}

/**
 * Suggestions in a layer that nobody rejected, in text order; also those whose words were tagged since. What was rejected
 * is looked up by hash (`not in`): row by row, the thousands of a long report outlasted the time a statement has.
 */
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
        and (s.kind, s.spans) not in (select n.kind, n.spans from suggestion n where n.workspace_id = $1
              and n.report_id = $2 and n.layer = $3 and n.state = 'rejected')
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

/** Hides what a rule suggests in a report and layer, or shows it again; nothing is rejected by it. */
export async function hushRule(
  tx: Tx,
  { reportId, layer }: Where,
  { engine, rule, hushed }: { engine: string; rule: string; hushed: boolean },
): Promise<void> {
  const [from, to] = hushed ? ["open", "hushed"] : ["hushed", "open"];
  await tx.rows(
    `update suggestion set state = $7 where workspace_id = $1 and report_id = $2 and layer = $3 and engine = $4
        and reason->>'rule' = $5 and state = $6`,
    [tx.workspaceId, reportId, layer, engine, rule, from, to],
  );
}

export async function hadFirstPass(db: Sql, { workspaceId, userId }: Actor, reportId: ReportId): Promise<boolean> {
  const rows = await db.rows("select 1 from first_pass where workspace_id = $1 and report_id = $2 and user_id = $3", [
    workspaceId,
    reportId,
    userId,
  ]);
  return rows.length > 0;
}

export async function keepFirstPass(tx: Tx, { userId }: Actor, reportId: ReportId): Promise<void> {
  await tx.rows(
    "insert into first_pass (workspace_id, report_id, user_id) values ($1, $2, $3) on conflict do nothing",
    [tx.workspaceId, reportId, userId],
  );
}
