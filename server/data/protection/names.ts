import "server-only";
import type { Actor } from "@/domain/access/actor";
import { nameKey } from "@/domain/gazetteer/name-key";
import type { ProjectId } from "@/domain/ids";
import { mayBeOrdinary } from "@/domain/protection/ordinary";
import type { DecideName, NameDecision, OrdinaryName } from "@/domain/protection/permitted-use";
import type { ProtectedNames } from "@/server/data/protection/load";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";

type Where = { actor: Pick<Actor, "workspaceId">; projectId: ProjectId };
type Decided = { key: string; decision: NameDecision; byName: string | null; at: string };

/** Which of these words stand in the project's texts in small letters, as far as full-text search knows them. */
async function smallOnes(db: Sql, { actor, projectId }: Where, names: readonly string[]): Promise<Set<string>> {
  const small = names.filter((name) => /^\p{Lu}\p{L}+$/u.test(name)).map((name) => name.toLowerCase());
  if (small.length === 0) return new Set();
  const rows = await db.rows<{ word: string }>(
    `select w.word from unnest($3::text[]) as w(word)
      where exists (select 1 from (select b.text from report r
                      join block b on b.workspace_id = r.workspace_id and b.revision_id = r.revision_id
                     where r.workspace_id = $1 and r.project_id = $2 order by r.created_at desc limit 5000) t
                    where t.text ~ ('(^|[^[:alpha:]])' || w.word || '($|[^[:alpha:]])'))`,
    [actor.workspaceId, projectId, small],
  );
  return new Set(rows.map(({ word }) => word));
}

/** Protected names that may be ordinary words, with what was decided of them: those that wait for a person first. */
export async function ordinaryNames(db: Sql, where: Where, names: ProtectedNames): Promise<OrdinaryName[]> {
  const decided = await db.rows<Decided>(
    `select n.key, n.decision, u.name as "byName", ${instant("n.created_at")} as at
       from protected_name n left join users u on u.id = n.created_by where n.workspace_id = $1 and n.project_id = $2`,
    [where.actor.workspaceId, where.projectId],
  );
  const known = new Map(decided.map((each) => [each.key, each]));
  const small = await smallOnes(db, where, [...new Set(names.map(({ name }) => name))]);
  const found = new Map<string, OrdinaryName>();
  for (const { name, entity, part } of names) {
    const key = nameKey(name);
    const decision = known.get(key);
    if (!decision && !part && !mayBeOrdinary({ name, seenSmall: small.has(name.toLowerCase()) })) continue;
    const entry = found.get(key) ?? { name, of: [], ...(decision && decisionOf(decision)) };
    if (!entry.of.includes(entity)) entry.of.push(entity);
    found.set(key, entry);
  }
  return [...found.values()].toSorted(
    (a, b) => Number(a.decision !== undefined) - Number(b.decision !== undefined) || a.name.localeCompare(b.name, "en"),
  );
}

const decisionOf = ({ decision, byName, at }: Decided) => ({ decision, at, ...(byName && { byName }) });

/** Keeps a decision on a name, or takes it back. Exports hold to it from now on. */
export async function keepDecision(
  tx: Tx,
  actor: Actor,
  projectId: ProjectId,
  { name, decision }: DecideName,
): Promise<void> {
  const key = nameKey(name);
  if (decision === null) {
    await tx.rows("delete from protected_name where workspace_id = $1 and project_id = $2 and key = $3", [
      ...[tx.workspaceId, projectId, key],
    ]);
    return;
  }
  await tx.rows(
    `insert into protected_name (workspace_id, project_id, key, name, decision, created_by) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, project_id, key) do update set decision = excluded.decision,
       created_by = excluded.created_by, created_at = clock_timestamp()`,
    [tx.workspaceId, projectId, key, name, decision, actor.userId],
  );
}
