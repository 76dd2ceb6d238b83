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
 * stands on the same words, and what a rule that was hidden in the report proposes stays hidden. What is there is looked
 * up by hash (`not in`), in each statement once: a long report has ten thousand of them, and row by row is for ever.
 */
export async function keepSuggestions(
  tx: Tx,
  where: Where,
  engine: { name: string; version: number },
  made: readonly Suggestion[],
): Promise<void> {
  const { projectId, reportId, revisionId, layer } = where;
  const [run] = await tx.rows<{ first: boolean }>(
    `insert into suggestion_run (workspace_id, report_id, layer, engine, version, revision_id)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, report_id, layer, engine)
       do update set version = excluded.version, revision_id = excluded.revision_id, at = now()
     returning xmax = 0 as first`,
    [tx.workspaceId, reportId, layer, engine.name, engine.version, revisionId],
  );
  const sent = JSON.stringify(made);
  // What is proposed as before keeps its id, so that nobody rejects what is no longer there.
  if (!run?.first)
    await tx.rows(
      `delete from suggestion s where s.workspace_id = $1 and s.report_id = $2 and s.layer = $3 and s.engine = $4
          and s.state = 'open' and (s.version <> $6 or s.revision_id <> $7
            or (s.key, s.kind, s.spans, s.attributes, s.links, s.reason) not in (
              select n.key, n.kind, n.spans, n.attributes, n.links, n.reason from jsonb_to_recordset($5::jsonb)
                as n(key text, kind text, spans jsonb, attributes jsonb, links jsonb, reason jsonb)))`,
      [tx.workspaceId, reportId, layer, engine.name, sent, engine.version, revisionId],
    );
  const there = "from suggestion r where r.workspace_id = $1 and r.report_id = $3 and r.layer = $5 and r.engine = $6";
  await tx.rows(
    `insert into suggestion (workspace_id, id, project_id, report_id, revision_id, layer, engine, version, key, kind,
            spans, attributes, links, score, reason, state)
     select $1, s.id, $2, $3, $4, $5, $6, $7, s.key, s.kind, s.spans, s.attributes, s.links, s.score, s.reason,
            case when s.reason->>'rule' in (select r.reason->>'rule' ${there} and r.state = 'hushed') then 'hushed' else 'open' end
       from jsonb_to_recordset($8::jsonb) as s(id uuid, key text, kind text, spans jsonb, attributes jsonb, links jsonb,
            score float, reason jsonb)
      where (s.kind, s.spans) not in (select r.kind, r.spans ${there} and r.state <> 'open')
        and (s.kind, s.spans, s.key) not in (select r.kind, r.spans, r.key ${there} and r.state = 'open')`,
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
