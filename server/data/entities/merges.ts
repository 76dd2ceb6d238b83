import "server-only";
import type { Actor } from "@/domain/access/actor";
import type { MergePreview } from "@/domain/entity/merge";
import type { EntityWords } from "@/domain/entity/take-over";
import { type EntityId, MergeId, type ProjectId } from "@/domain/ids";
import { family } from "@/server/data/entities/followed";
import type { Viewer as Looking } from "@/server/data/entities/seen";
import { seenGrades } from "@/server/data/entities/seen";
import { actsIn, claimedBy } from "@/server/data/entities/uses";
import { changeEntity, wordsJson } from "@/server/data/entities/write";
import { seenEnds, seenTags } from "@/server/data/tags/read";
import type { Sql, Tx } from "@/server/data/transaction";
import { newId } from "@/server/new-id";

type Viewer = Looking & { actor: Actor };

/** What an entity says for everybody, with its version: raw, with parents and outlets that may be merged by now. */
export async function wordsOf(
  tx: Tx,
  id: EntityId,
): Promise<{ words: EntityWords; version: number; mergedInto: EntityId | null } | undefined> {
  const [row] = await tx.rows<{ words: EntityWords; version: number; mergedInto: EntityId | null }>(
    `select ${wordsJson} as words, e.version, e.merged_into as "mergedInto" from entity e where e.workspace_id = $1 and e.id = $2`,
    [tx.workspaceId, id],
  );
  return row;
}

type NewMerge = { projectId: ProjectId; merged: EntityId; into: EntityId; version: number; put: EntityWords };

/**
 * Lets one entity follow another, which then says `put`. Nothing else is moved, but that those which followed it now
 * follow the other too: whoever was merged is one step from the one that stands for them. What undoing it takes is kept.
 */
export async function mergeEntities(
  tx: Tx,
  { userId }: Actor,
  { projectId, merged, into, version, put }: NewMerge,
): Promise<void> {
  await tx.rows(
    `insert into entity_merge (workspace_id, id, project_id, merged_id, into_id, before, after, followers, created_by, created_at)
     select $1, $2, $3, $4, $5, ${wordsJson}, $6,
            array(select f.id from entity f where f.workspace_id = $1 and f.merged_into = $4 order by f.id), $7, clock_timestamp()
       from entity e where e.workspace_id = $1 and e.id = $5`,
    [tx.workspaceId, newId(MergeId), projectId, merged, into, JSON.stringify(put), userId],
  );
  await tx.rows(
    `update entity set merged_into = $3, version = version + 1
      where workspace_id = $1 and (id = $2 or merged_into = $2)`,
    [tx.workspaceId, merged, into],
  );
  await changeEntity(tx, into, version, put);
}

/** The merge that an entity is away by. */
export type Merge = { id: MergeId; into: EntityId; before: EntityWords; after: EntityWords; followers: EntityId[] };

const standing = "m.undone_at is null order by m.created_at desc, m.id desc limit 1";

export async function latestMerge(db: Sql, workspaceId: string, merged: EntityId): Promise<Merge | undefined> {
  const [row] = await db.rows<Merge>(
    `select m.id, m.into_id as into, m.before, m.after, m.followers from entity_merge m
      where m.workspace_id = $1 and m.merged_id = $2 and ${standing}`,
    [workspaceId, merged],
  );
  return row;
}

/** Lets an entity stand for itself again, and those for it that followed it; the other one then says `put`. */
export async function undoMerge(
  tx: Tx,
  { userId }: Actor,
  { merge, merged, version, put }: { merge: Merge; merged: EntityId; version: number; put: EntityWords },
): Promise<void> {
  await tx.rows(
    `update entity set merged_into = case when id = $2 then null else $2::uuid end, version = version + 1
      where workspace_id = $1 and merged_into = $3 and (id = $2 or id = any($4::uuid[]))`,
    [tx.workspaceId, merged, merge.into, merge.followers],
  );
  await changeEntity(tx, merge.into, version, put);
  await tx.rows("update entity_merge set undone_at = now(), undone_by = $3 where workspace_id = $1 and id = $2", [
    tx.workspaceId,
    merge.id,
    userId,
  ]);
}

/** Those merged into an entity of which the merge can be undone now: no later merge stands on it. */
export async function undoableOf(db: Sql, workspaceId: string, into: EntityId): Promise<EntityId[]> {
  const rows = await db.rows<{ id: EntityId }>(
    `select e.id from entity e where e.workspace_id = $1 and e.merged_into = $2 and $2 = (
       select m.into_id from entity_merge m where m.workspace_id = $1 and m.merged_id = e.id and ${standing})
      order by e.id`,
    [workspaceId, into],
  );
  return rows.map(({ id }) => id);
}

const most = 10_000;

const seenOf = ({ actor, standing: at }: Viewer, what: string, which: string) => `
  (select '${what}' as what, t.id, t.report_id from tag t
     join report r on r.workspace_id = t.workspace_id and r.id = t.report_id
    where t.workspace_id = $1 and t.state <> 'withdrawn' and ${which} and ${seenTags(actor, at)} limit ${most})`;

/** What leads to an entity and what is merged into it, as far as this person sees it. */
export async function movesWith(db: Sql, viewer: Viewer, id: EntityId): Promise<MergePreview["moves"]> {
  const [row] = await db.rows<MergePreview["moves"]>(
    `with ${family}, found as (
       ${seenOf(viewer, "mention", "t.kind = 'source' and t.entity_id in (select id from family)")}
       union all ${seenOf(viewer, "claim", claimedBy(viewer))}
       union all ${seenOf(viewer, "actor", actsIn)}
       union all ${seenOf(viewer, "link", `t.to_entity_id in (select id from family) ${seenEnds(viewer.standing)}`)})
     select count(*) filter (where what = 'mention')::int as mentions, count(*) filter (where what = 'claim')::int as claims,
            count(*) filter (where what = 'actor')::int as actors, count(*) filter (where what = 'link')::int as links,
            count(distinct report_id)::int as reports,
            (select count(*)::int from grade g where g.workspace_id = $1 and g.entity_id in (select id from family)
                and ${seenGrades(viewer)}) as grades,
            (select count(*)::int from entity f where f.workspace_id = $1 and f.merged_into = $2) as followers,
            (select count(*)::int from entity p where p.workspace_id = $1 and p.layer is null
                and (p.parent_id in (select id from family) or p.outlet_id in (select id from family))) as parts
       from found`,
    [viewer.actor.workspaceId, id],
  );
  if (!row) throw new Error("Counting answers one row.");
  return row;
}
