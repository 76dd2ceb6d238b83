import "server-only";
import type { Actor, Standing } from "@/domain/access/actor";
import type { Codebook } from "@/domain/codebook/codebook";
import type { CodebookMigration, CodebookMove, MovePreview } from "@/domain/codebook/migration";
import type { MigrationId, ProjectId, TagId } from "@/domain/ids";
import { endsOf, relationKinds } from "@/domain/tag/relation-values";
import { seenEnds, seenTags } from "@/server/data/tags/read";
import { instant } from "@/server/data/tags/tag-json";
import type { Sql, Tx } from "@/server/data/transaction";

export type Asking = { actor: Actor; standing: Standing; projectId: ProjectId };

/** A tag that a move is about. `torn`: it has links that could not join what it would become. */
export type Movable = MovePreview["examples"][number] & {
  version: number;
  kind: string;
  /** Where its words begin. */
  start: number;
  attributes: Record<string, unknown>;
  closed: boolean;
  torn: boolean;
};

/** The living tags that a move is about, as far as this person sees them; `most` at a time, those after another one. */
export async function movableTags(
  db: Sql,
  { actor, standing, projectId }: Asking,
  { move, codebook, after, most }: { move: CodebookMove; codebook: Codebook; after: Movable | undefined; most: number },
): Promise<Movable[]> {
  const [kind, attribute] = move.move === "label" ? [`label:${move.from}`, null] : [move.kind, move.attribute];
  const { from, to } = joinable(move, codebook);
  return db.rows<Movable>(
    `select t.id as "tagId", t.version, t.kind, t.state, coalesce(t.span_start, 0) as start, r.id as "reportId", r.title as "reportTitle", v.attributes,
            r.closed_at is not null as closed,
            coalesce((select string_agg(s->>'quote', ' … ') from jsonb_array_elements(e.anchor->'segments') as s), '') as quote,
            $5::text[] is not null and exists (select from tag l
              where l.workspace_id = t.workspace_id and l.state <> 'withdrawn' and (l.from_id = t.id and l.kind <> all ($5::text[])
                 or l.to_id = t.id and l.kind <> all ($6::text[]))) as torn
       from tag t join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version
       left join tag f on f.workspace_id = t.workspace_id and f.id = coalesce(t.from_id, t.id)
       left join tag_version e on e.workspace_id = f.workspace_id and e.tag_id = f.id and e.number = f.version
      where t.workspace_id = $1 and t.project_id = $2 and t.kind = $3 and t.state <> 'withdrawn'
        and ($4::text is null or v.attributes->$4 = to_jsonb($7::text) or v.attributes->$4 @> jsonb_build_array($7::text))
        and ($9::uuid is null or (t.report_id, coalesce(t.span_start, 0), t.id) > ($9::uuid, $10::int, $11::uuid))
        and ${seenTags(actor, standing)} ${seenEnds(standing)}
      order by t.report_id, coalesce(t.span_start, 0), t.id limit $8`,
    [
      ...[actor.workspaceId, projectId, kind, attribute, from, to, move.from, most],
      ...[after?.reportId ?? null, after?.start ?? null, after?.tagId ?? null],
    ],
  );
}

/** The kinds of links that may start and end at what a label's tags would become; null where the label stays. */
function joinable(move: CodebookMove, codebook: Codebook): { from: string[] | null; to: string[] | null } {
  if (move.move !== "label") return { from: null, to: null };
  const kinds = [...relationKinds, ...codebook.relationTypes.map(({ slug }) => `relation:${slug}` as const)];
  const at = (end: "from" | "to") => kinds.filter((kind) => endsOf(kind, codebook)[end].includes(`label:${move.to}`));
  return { from: at("from"), to: at("to") };
}

/** What a tag says from now on, and the version that was looked at. */
export type Moved = {
  id: TagId;
  seen: number;
  kind: string;
  attributes: Record<string, unknown>;
  codebookVersion: number;
};

type Writing = Asking & { opId: MigrationId; undo: boolean };

const atOnce = 2000;

/**
 * Writes new versions of tags that say something otherwise: their words, state and layer stay, and so do decisions on
 * them. Tags that somebody changed since they were looked at are left; answers the ones that were written.
 */
export async function writeMoved(
  tx: Tx,
  { actor, projectId, opId, undo }: Writing,
  tags: readonly Moved[],
): Promise<TagId[]> {
  const written: TagId[] = [];
  for (let from = 0; from < tags.length; from += atOnce) {
    const rows = await tx.rows<{ id: TagId }>(
      `with m as (
         select * from json_to_recordset($3::json) as m(id uuid, seen int, kind text, attributes jsonb, "codebookVersion" int)
       ), held as materialized (
         select t.* from tag t join m on m.id = t.id
          where t.workspace_id = $1 and t.project_id = $2 and t.version = m.seen order by t.id for update of t
       ), versions as (
         insert into tag_version (workspace_id, tag_id, number, kind, state, attributes, schema_version, codebook_version,
                                  anchor, from_id, to_id, to_entity_id, to_article, origin, op_id, created_by)
         select h.workspace_id, h.id, h.version + 1, m.kind, h.state, m.attributes, v.schema_version, m."codebookVersion",
                v.anchor, v.from_id, v.to_id, v.to_entity_id, v.to_article, v.origin, $4, $5
           from held h join m on m.id = h.id
           join tag_version v on v.workspace_id = h.workspace_id and v.tag_id = h.id and v.number = h.version
       ), heads as (
         update tag t set kind = m.kind, version = h.version + 1, updated_by = $5, updated_at = now()
           from held h join m on m.id = h.id where t.workspace_id = h.workspace_id and t.id = h.id
       ), said as (
         insert into entry (workspace_id, project_id, report_id, did, created_by, tag_id, version, layer, refs)
         select h.workspace_id, h.project_id, h.report_id, 'changed-tag', $5, h.id, h.version + 1, h.layer,
                jsonb_build_object('migration', $6::text)
           from held h
       )
       select id from held`,
      [
        tx.workspaceId,
        projectId,
        JSON.stringify(tags.slice(from, from + atOnce)),
        undo ? null : opId,
        actor.userId,
        opId,
      ],
    );
    written.push(...rows.map(({ id }) => id));
  }
  return written;
}

/** What tags said before a migration, for those that nobody has changed since. */
export async function movedBefore(db: Sql, { actor }: Asking, id: MigrationId): Promise<Moved[]> {
  return db.rows<Moved>(
    `select t.id, t.version as seen, b.kind, b.attributes, b.codebook_version as "codebookVersion"
       from codebook_migration m cross join lateral unnest(m.tags) as x(id)
       join tag t on t.workspace_id = m.workspace_id and t.id = x.id
       join tag_version v on v.workspace_id = t.workspace_id and v.tag_id = t.id and v.number = t.version and v.op_id = m.id
       join tag_version b on b.workspace_id = t.workspace_id and b.tag_id = t.id and b.number = t.version - 1
       join report r on r.workspace_id = t.workspace_id and r.id = t.report_id and r.closed_at is null
      where m.workspace_id = $1 and m.id = $2`,
    [actor.workspaceId, id],
  );
}

export async function keepMigration(
  tx: Tx,
  { actor, projectId }: Asking,
  {
    id,
    what,
    codebookVersion,
    tags,
  }: { id: MigrationId; what: CodebookMove; codebookVersion: number; tags: readonly TagId[] },
): Promise<void> {
  const { codebookMigration } = await tx.prisma();
  await codebookMigration.create({
    data: {
      workspaceId: tx.workspaceId,
      id,
      projectId,
      what,
      codebookVersion,
      tags: [...tags],
      createdBy: actor.userId,
    },
    select: { id: true },
  });
}

/** The migrations of a project, newest first; `id` for one of them. */
export async function migrationsOf(
  db: Sql,
  { actor, projectId }: Pick<Asking, "actor" | "projectId">,
  id?: MigrationId,
): Promise<CodebookMigration[]> {
  const rows = await db.rows<CodebookMigration & { undoneAt: string | null; stayed: number | null }>(
    `select m.id, m.project_id as "projectId", m.what, m.codebook_version as "codebookVersion", cardinality(m.tags) as tags,
            m.created_by as by, u.name as "byName", ${instant("m.created_at")} as at,
            case when m.undone_at is not null then ${instant("m.undone_at")} end as "undoneAt", m.stayed
       from codebook_migration m join users u on u.id = m.created_by
      where m.workspace_id = $1 and m.project_id = $2 and ($3::uuid is null or m.id = $3)
      order by m.created_at desc, m.id desc limit 100`,
    [actor.workspaceId, projectId, id ?? null],
  );
  return rows.map(({ undoneAt, stayed, ...rest }) => ({
    ...rest,
    ...(undoneAt !== null && { undoneAt }),
    ...(stayed !== null && { stayed }),
  }));
}

export async function markUndone(tx: Tx, id: MigrationId, stayed: number): Promise<void> {
  await tx.rows("update codebook_migration set undone_at = now(), stayed = $3 where workspace_id = $1 and id = $2", [
    tx.workspaceId,
    id,
    stayed,
  ]);
}
