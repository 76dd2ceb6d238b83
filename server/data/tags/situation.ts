import "server-only";
import { createHash } from "node:crypto";
import { type Actor, roleIn, type Standing } from "@/domain/access/actor";
import type { Layer } from "@/domain/access/layer";
import { maySeeLayer } from "@/domain/access/policy";
import { type EntityId, type ReportId, type TagId, VerdictId } from "@/domain/ids";
import type { Triage } from "@/domain/report/report";
import { type KeptVerdict, opKey, type Situation } from "@/domain/tag/situation";
import type { Tag } from "@/domain/tag/tag";
import { codebookOf } from "@/server/data/codebooks";
import { passagesIn } from "@/server/data/tags/passages";
import { type Asked, type Question, type Row, rowFor, rowsFor } from "@/server/data/tags/situation-row";
import type { Sql } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

/** `gate`: as `server/data/gates` says. `closedEntities`: the named entities only the actor sees, each with its layer. */
export type Read = Situation & {
  triage: Triage;
  layersOpen: boolean;
  gate: number;
  closedEntities: ReadonlyMap<EntityId, Layer>;
};

/** Reads all that deciding about some changes takes; undefined when for this actor there is no such report. */
export async function readSituation(
  db: Sql,
  actor: Actor,
  reportId: ReportId,
  asked: Asked,
): Promise<Read | undefined> {
  return situationOf(db, { actor, reportId, asked }, await rowFor(db, { actor, reportId, asked }));
}

/** The same for changes of several reports, in their order. */
export async function readSituations(db: Sql, questions: readonly Question[]): Promise<(Read | undefined)[]> {
  const rows = await rowsFor(db, questions);
  const read: (Read | undefined)[] = [];
  for (const [nth, question] of questions.entries()) read.push(await situationOf(db, question, rows[nth]));
  return read;
}

async function situationOf(db: Sql, { actor, asked }: Question, row: Row | undefined): Promise<Read | undefined> {
  const role = row && roleIn(actor.workspaceRole, row.role ?? undefined);
  if (!role) return undefined;
  const { project_id: projectId, codebook_version: version } = row;
  const codebook = { version, content: await codebookOf(db, { workspaceId: actor.workspaceId, projectId, version }) };
  return toSituation(actor, { role, mode: row.mode, archived: row.archived }, { ...row, codebook }, asked.tags);
}

type WithCodebook = Row & Pick<Situation, "codebook">;

function toSituation(actor: Actor, standing: Standing, row: WithCodebook, asked: readonly TagId[]): Read {
  const seen = (row.tags ?? []).filter(
    ({ tag, layersOpen }) =>
      tag.projectId === row.project_id && maySeeLayer(actor.userId, standing, tag.layer, layersOpen),
  );
  const visible = new Map(seen.map(({ tag }) => [tag.id, tag]));
  const exist = new Set((row.tags ?? []).map(({ tag }) => tag.id));
  const revisions = row.revisions ?? [];
  return {
    actor,
    standing,
    twoPersonRule: row.two_person_rule,
    now: row.now,
    triage: row.triage,
    layersOpen: row.layers_open,
    gate: row.gate,
    ...(row.own_work && { ownWork: row.own_work }),
    report: { id: row.id, projectId: row.project_id, state: row.state, closed: row.closed },
    codebook: row.codebook,
    tags: visible,
    taken: new Set(asked.filter((id) => exist.has(id) && !visible.has(id))),
    relationsOf: relationsByEnd([...visible.values()]),
    answered: new Map((row.answered ?? []).map(({ opId, tag }) => [opKey(tag.id, opId), tag])),
    verdictsOf: verdictsByTag(row.verdicts ?? []),
    entities: new Set((row.entities ?? []).map(({ id }) => id)),
    closedEntities: new Map((row.entities ?? []).flatMap(({ id, layer }) => (layer ? [[id, layer] as const] : []))),
    revisions: new Map(revisions.map(({ id, codePoints }) => [id, codePoints])),
    passage: passagesIn(revisions, row.blocks ?? []),
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
    newVerdictId: () => newId(VerdictId),
  };
}

function relationsByEnd(tags: readonly Tag[]): Map<TagId, TagId[]> {
  const hanging = new Map<TagId, TagId[]>();
  for (const tag of tags) {
    if (tag.type !== "relation") continue;
    for (const end of [tag.from, tag.to]) if (end) hanging.set(end, [...(hanging.get(end) ?? []), tag.id]);
  }
  return hanging;
}

function verdictsByTag(verdicts: readonly KeptVerdict[]): Map<TagId, KeptVerdict[]> {
  const byTag = new Map<TagId, KeptVerdict[]>();
  for (const verdict of verdicts) byTag.set(verdict.tagId, [...(byTag.get(verdict.tagId) ?? []), verdict]);
  return byTag;
}
